/** What a built page says to hosts: its policy, and where it leads if it is a former address. */

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#38;': '&',
  '&#x26;': '&',
  '&#34;': '"',
  '&#39;': "'",
};

const plain = (attribute: string): string =>
  attribute.replaceAll(/&[#\w]+;/g, (written) => references[written] ?? written);

const metaContent = (html: string, name: string): string | undefined => {
  const found = new RegExp(`<meta http-equiv="${name}" content="([^"]*)"`, 'i').exec(html);
  return found?.[1] === undefined ? undefined : apart(plain(found[1]));
};

/** V8 holds a piece of a text as a view of the whole: who keeps one of each page would keep all the pages. */
const apart = (piece: string): string => structuredClone(piece);

export const policyOfPage = (html: string): string | undefined =>
  metaContent(html, 'Content-Security-Policy');

export const targetOfPage = (html: string): string | undefined =>
  /^0; url=(.+)$/.exec(metaContent(html, 'refresh') ?? '')?.[1];

export interface PageSays {
  /** Its Content-Security-Policy. */
  readonly policy?: string | undefined;
  /** Where it leads, if it stands at a former address. */
  readonly movedTo?: string | undefined;
}

export const pageSays = (html: string): PageSays => ({
  policy: policyOfPage(html),
  movedTo: targetOfPage(html),
});

/** The area of the site to whose pages a file belongs: they share one rule. */
export function areaOf(file: string, folders: readonly string[]): string {
  const segments = file.replace(/(^|\/)index\.html$/, '$1').split('/');
  const edition = segments.length > 1 && folders.includes(segments[0] ?? '') ? 1 : 0;
  const isDeeper = segments.length > edition + 1;
  return `/${isDeeper ? [...segments.slice(0, edition + 1), '*'].join('/') : segments.join('/')}`;
}

/** The path at which a host answers with a file. */
export const pathOfFile = (base: string, file: string): string =>
  base +
  file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** An RSS feed that is opened as a page: nothing but its style sheet. */
export const feedPolicy =
  "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'";
