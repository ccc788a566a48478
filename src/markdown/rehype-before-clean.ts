import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingPrefix, notePrefix, notesLabel } from './rehype-clean.ts';

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

/**
 * Gives headings their ids, made from their text without vowel marks, and prefixed, so that `## Comments`
 * cannot take the id of the page's own comments. An id that came with raw HTML goes; the heading of the
 * notes keeps the one that references name. Astro's own step runs later and leaves ids as they are.
 */
export const rehypeHeadings = () => (tree: Root) => {
  const slugger = new GithubSlugger();
  visit(tree, 'element', (node) => {
    if (!isHeading(node) || node.properties.id === notesLabel) return;
    const slug = slugger.slug(toString(node).replaceAll(/\p{M}/gu, ''));
    node.properties.id = headingPrefix + (slug || 'untitled');
  });
};

/** remark-rehype percent-encodes the names of notes, in ids too, where a name stands as it is. */
export const rehypeNoteIds = () => (tree: Root) => {
  visit(tree, 'element', ({ properties }) => {
    const { id } = properties;
    if (typeof id === 'string' && id.startsWith(notePrefix)) properties.id = decodeOr(id);
  });
};

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The sanitizer compares schemes by case; `HTTPS://` is as good as `https://`. */
export const rehypeLowerCaseSchemes = () => (tree: Root) => {
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['href', 'src']) {
      const value = properties[name];
      if (typeof value === 'string') {
        properties[name] = value.replace(/^\s*[a-z][a-z0-9+.-]*:/i, (scheme) =>
          scheme.trim().toLowerCase(),
        );
      }
    }
  });
};
