/**
 * What an SVG may hold, for it is opened as a document of this site too. A drawing needs no more than this
 * list; anything else is refused rather than cleaned: the picture stays what its maker drew.
 */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

const namespaceOf = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};

/** Of attributes that browsers read; one without a prefix has none. */
const readNamespaces = new Set(['', namespaceOf.xlink, namespaceOf.xml, namespaceOf.xmlns]);

const elements = new Set(
  [
    'svg g defs symbol use switch style title desc metadata path rect circle ellipse line polyline',
    'polygon text tspan textPath marker pattern clipPath mask linearGradient radialGradient stop',
    'filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting',
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting',
    'feSpotLight feTile feTurbulence',
  ].flatMap((row) => row.split(' ')),
);

/** What drawing programs note for themselves; browsers do nothing with it. */
const noteNamespaces = new Set([
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.serif.com/',
]);

/** Attributes whose value is never read as a style. */
const plainText = /^(?:id|class|lang|role|aria-[a-z]+|data-[\w-]+|xml:lang|xml:space)$/;

/** What is dangerous about an SVG, or undefined; bytes that are not UTF-8 hide what they hold. */
export function dangerInSvg(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'text that is not UTF-8';
  }
  try {
    readDrawing(text);
    return undefined;
  } catch (error) {
    return error instanceof Danger ? error.message : 'XML that is broken';
  }
}

class Danger extends Error {}

function readDrawing(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const copies = new Copies();
  const open: string[] = [];
  let style = '';

  parser.on('xmldecl', ({ encoding = 'utf-8', version }) => {
    if (encoding.toLowerCase() !== 'utf-8') throw new Danger(`the encoding ${encoding}`);
    if (version !== '1.0') throw new Danger('an unusual version of XML');
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Danger('entities of its own');
  });
  parser.on('processinginstruction', ({ target }) => {
    throw new Danger(`the instruction <?${target}?>`);
  });
  parser.on('opentag', (tag) => {
    if (open.length === 0 && tag.local !== 'svg') throw new Danger(`<${tag.name}> as its root`);
    if (open.length > 100) throw new Danger('elements in elements, more than 100 deep');
    checkElement(tag);
    copies.enter(tag);
    open.push(tag.local);
  });
  const takeText = (part: string): void => {
    if (open.at(-1) === 'style') style += part;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', () => {
    copies.leave();
    open.pop();
  });
  parser.write(text).close();
  checkStyle(style);
  copies.check();
}

function checkElement({ name, local, uri, attributes }: SaxesTagNS): void {
  if (noteNamespaces.has(uri)) return;
  if (uri !== namespaceOf.svg || !elements.has(local)) throw new Danger(`<${name}>`);
  for (const attribute of Object.values(attributes)) {
    if (readNamespaces.has(attribute.uri)) checkAttribute(attribute);
    else if (!noteNamespaces.has(attribute.uri))
      throw new Danger(`the attribute ${attribute.name}`);
  }
}

function checkAttribute({ name, local, uri, value }: SaxesAttributeNS): void {
  if (uri === namespaceOf.xmlns) return;
  if (/^on/i.test(local)) throw new Danger(`the event handler ${name}`);
  if (local === 'base' || local === 'src') throw new Danger(`the attribute ${name}`);
  if (local === 'href' && !value.startsWith('#')) throw new Danger('a link out of the drawing');
  if (!plainText.test(name)) checkStyle(value);
}

/** CSS, in attributes too: no escapes, which hide what is meant, and nothing that is loaded. */
function checkStyle(css: string): void {
  if (css.includes('\\')) throw new Danger('a backslash in its style');
  if (
    /@import|url\((?!\s*["']?\s*#)|(?:image|image-set|cross-fade|src|element|paint)\(/i.test(css)
  ) {
    throw new Danger('a style that loads something');
  }
}

/** Copies of copies of copies: a few lines of <use> can ask a browser for a thousand million shapes. */
class Copies {
  readonly #open: string[] = [];
  readonly #used = new Set<string>();
  readonly #holders = new Set<string>();

  enter({ local, attributes }: SaxesTagNS): void {
    if (local === 'use') {
      for (const { local: name, value } of Object.values(attributes)) {
        if (name === 'href') this.#used.add(value.slice(1));
      }
      for (const id of this.#open) this.#holders.add(id);
    }
    this.#open.push(attributes['id']?.value ?? '');
  }

  leave(): void {
    this.#open.pop();
  }

  check(): void {
    for (const id of this.#used) {
      if (this.#holders.has(id)) throw new Danger('a <use> of what itself holds a <use>');
    }
  }
}
