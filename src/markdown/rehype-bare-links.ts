import type { Root } from 'hast';
import { eachElement } from './each-element.ts';
import { decoded } from './rehype-before-clean.ts';

const address = /^(?:https?:\/\/|www\.)\S+$/i;
const endingMarks = /[،؛؟»”’…]+$/u;

/**
 * GFM leaves the comma behind an address out of its link, but knows only the marks of ASCII
 * (https://github.github.com/gfm/#extended-autolink-path-validation). Those of Arabic, and closing quotation
 * marks, would lead to a page that is not there.
 */
export const rehypeBareLinks = () => (tree: Root) => {
  eachElement(tree, (node, index, parent) => {
    const { href } = node.properties;
    const [text, ...others] = node.children;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    if (text?.type !== 'text' || others.length > 0 || !address.test(text.value)) return;
    const [marks] = endingMarks.exec(text.value) ?? [];
    if (marks === undefined || !decoded(href).endsWith(text.value)) return;
    const encoded = href.endsWith(marks) ? marks : encodeURIComponent(marks);
    node.properties.href = href.slice(0, -encoded.length);
    text.value = text.value.slice(0, -marks.length);
    parent.children.splice(index + 1, 0, { type: 'text', value: marks });
  });
};
