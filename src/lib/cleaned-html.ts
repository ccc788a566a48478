/**
 * Cleaned HTML as rehype-stringify writes it: each value of an attribute stands in double quotation marks, and
 * what must not stand there is a hexadecimal reference. So tags can be read without a parser.
 */

/** A tag; values in it may hold `>`. */
export const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g;

/** An attribute with a value. Read from the start of a tag, one after another, none is mistaken for another. */
export const attributePattern = /([^\s"=]+)="([^"]*)"/g;

/** The text that character references stand for. */
export const decodeReferences = (html: string): string =>
  html.replaceAll(/&#x([\dA-F]+);/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );

/** What may stand between quotation marks. */
export const encodeValue = (value: string): string =>
  value.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;');

/** The same HTML with whole addresses, so that it can stand elsewhere; `page` is the address that it is from. */
export const absoluteHtml = (html: string, page: string): string =>
  html.replaceAll(tagPattern, (tag) =>
    tag.replaceAll(attributePattern, (attribute, name: string, value: string) => {
      if (name === 'href' || name === 'src') return `${name}="${wholeAddress(value, page)}"`;
      if (name === 'srcset') return `${name}="${wholeCandidates(value, page)}"`;
      return attribute;
    }),
  );

function wholeAddress(value: string, page: string): string {
  const url = URL.parse(decodeReferences(value), page);
  return url ? encodeValue(url.href) : value;
}

/** Addresses with their widths (HTML, srcset attributes), as src/lib/picture.ts writes them. */
const wholeCandidates = (value: string, page: string): string =>
  value.replaceAll(/[^\s,]\S*(?=\s|$)/g, (part) =>
    /^\d+w,?$/.test(part) ? part : wholeAddress(part, page),
  );
