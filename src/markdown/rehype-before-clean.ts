/** What has to be put right on a parsed tree before it is cleaned. */
import { slug } from 'github-slugger';
import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { directionControl } from '#lib/text.ts';
import { eachElement } from './each-element.ts';
import { headingPrefix, notePrefix, notesLabel } from './rehype-clean.ts';

export const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

/**
 * Gives headings their ids, made from their text without vowel marks, and prefixed, so that `## Comments`
 * cannot take the id of the page's own comments. An id that came with raw HTML goes; the heading of the
 * notes, which stands last, keeps the one that references name.
 */
export const rehypeHeadings = () => (tree: Root) => {
  let ofNotes: Element | undefined;
  eachElement(tree, (node, _index, parent) => {
    const isLabel = node.properties.id === notesLabel;
    if (isLabel) delete node.properties.id;
    if (!isHeading(node)) return;
    const name = slug(toString(node).replaceAll(/\p{M}/gu, ''));
    node.properties.id = headingPrefix + (name || 'untitled');
    if (isLabel && parent.type === 'element' && 'dataFootnotes' in parent.properties) {
      ofNotes = node;
    }
  });
  if (ofNotes) ofNotes.properties.id = notesLabel;
};

/** remark-rehype percent-encodes the names of notes, in ids too, where a name stands as it is. */
export const rehypeNoteIds = () => (tree: Root) => {
  eachElement(tree, ({ properties }) => {
    const { id } = properties;
    if (typeof id === 'string' && id.startsWith(notePrefix)) properties.id = decoded(id);
  });
};

/** What was percent-encoded, as it was written; what cannot be decoded, as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether an address begins with a path that holds a colon: "foo):" is a neighbour, for no scheme is named
 * so. What is encoded or invisible there is left to the sanitizer, which refuses it.
 */
export function hasColonInPath(address: string): boolean {
  const [, start = ''] = /^([\w.~!$&'()*+,;=@-]*):/.exec(address) ?? [];
  return /[^a-z0-9.+-]/i.test(start) && !URL.canParse(address);
}

/**
 * Addresses as the sanitizer compares them: without blanks around them, with schemes in small letters, and
 * with "./" before a path that it would take for a scheme (RFC 3986, section 4.2).
 */
export const rehypePlainAddresses = () => (tree: Root) => {
  eachElement(tree, ({ properties }) => {
    for (const name of ['href', 'src']) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      const address = value
        .trim()
        .replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
      properties[name] = hasColonInPath(address) ? `./${address}` : address;
    }
  });
};

/** Takes out characters that could make a line read otherwise than it is written, however they were written. */
export const rehypeDirection = () => (tree: Root) => {
  cleanTexts(tree);
  eachElement(tree, (element) => {
    cleanTexts(element);
    for (const [name, value] of Object.entries(element.properties)) {
      if (typeof value === 'string') {
        element.properties[name] = value.replaceAll(directionControl, '');
      }
    }
  });
};

function cleanTexts({ children }: Parents): void {
  for (const node of children) {
    if (node.type === 'text') node.value = node.value.replaceAll(directionControl, '');
  }
}
