import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { headingPrefix } from './rehype-clean.ts';

const addIds = rehypeHeadingIds() as (tree: Root, file: VFile) => void;

/**
 * Gives headings their ids, made from their text and prefixed, so that `## Comments` cannot take the id
 * of the page's own comments. Wrapped in a function of ours: unified runs one plugin once, and Astro runs
 * its own after us.
 */
export const rehypeHeadings = () => (tree: Root, file: VFile) => {
  const own = new Set<unknown>();
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    // An id that came with raw HTML goes; the heading of the notes keeps the one that references name.
    if (node.properties.id === 'footnote-label') own.add(node);
    else delete node.properties.id;
  });
  addIds(tree, file);
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName) && !own.has(node)) {
      node.properties.id = headingPrefix + (node.properties.id || 'untitled');
    }
  });
};

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
