import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * remark-gfm links the address in "mailto:post@example.org" and leaves its scheme beside the link; and it
 * makes a mail of "xmpp:post@example.org", which is a chat. The first becomes one link, the second text.
 * https://github.github.com/gfm/#autolinks-extension-
 */
export const remarkMailLinks = () => (tree: Root) => {
  visit(tree, 'link', (link, index, parent) => {
    const before = index === undefined ? undefined : parent?.children[index - 1];
    const [text] = link.children;
    if (before?.type !== 'text' || text?.type !== 'text') return undefined;
    if (!parent || index === undefined || link.url !== `mailto:${text.value}`) return undefined;
    const [scheme] = /(?<![\w+.-])(?:mailto|xmpp):$/i.exec(before.value) ?? [];
    if (scheme === undefined) return undefined;
    if (scheme.toLowerCase() === 'mailto:') {
      before.value = before.value.slice(0, -scheme.length);
      text.value = scheme + text.value;
      return undefined;
    }
    before.value += text.value;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
};
