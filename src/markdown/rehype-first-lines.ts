/** Lets code and other text as it is written begin with a blank line. */
import type { Root } from 'hast';
import { eachElement } from './each-element.ts';

/**
 * A parser of HTML drops the line break directly behind `<pre>`; rehype-raw drops the one behind `<pre><code>`
 * too, and with it the blank first line of a code block. One more lets it have one.
 */
export const rehypeCodeStart = () => (tree: Root) => {
  eachElement(tree, ({ tagName, children: [code] }) => {
    if (tagName !== 'pre' || code?.type !== 'element') return;
    const [text] = code.children;
    if (text?.type === 'text' && text.value.startsWith('\n')) text.value = `\n${text.value}`;
  });
};

/** A browser drops the one directly behind `<pre>`, whoever wrote it. */
export const rehypePreStart = () => (tree: Root) => {
  eachElement(tree, ({ tagName, children: [text] }) => {
    if (tagName === 'pre' && text?.type === 'text' && text.value.startsWith('\n')) {
      text.value = `\n${text.value}`;
    }
  });
};
