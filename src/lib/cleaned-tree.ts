/** Cleaned HTML as a tree. It is well-formed, for rehype-stringify wrote it: no parser has to mend it. */
import { attributePattern, decodeReferences, tagPattern } from './cleaned-html.ts';

export interface TreeElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: TreeNode[];
}

/** An element, or text. */
export type TreeNode = TreeElement | string;

const voidTags = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);

/** What stands at the top of some cleaned HTML. */
export function treeOf(html: string): readonly TreeNode[] {
  const top: TreeElement = { tag: '', attributes: {}, children: [] };
  const open = [top];
  let end = 0;
  for (const { 0: token, 1: closing, 2: tag = '', 3: rest = '', index } of html.matchAll(
    tagPattern,
  )) {
    const inside = open.at(-1) ?? top;
    if (index > end) {
      const text = decodeReferences(html.slice(end, index));
      // As in browsers: https://html.spec.whatwg.org/multipage/syntax.html#element-restrictions
      const isStart = inside.tag === 'pre' && inside.children.length === 0;
      inside.children.push(isStart ? text.replace(/^\n/, '') : text);
    }
    end = index + token.length;
    if (closing === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const element = { tag, attributes: attributesOf(rest), children: [] };
    inside.children.push(element);
    if (!voidTags.has(tag)) open.push(element);
  }
  if (end < html.length) top.children.push(decodeReferences(html.slice(end)));
  return top.children;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  // What is left once those with a value are out are names alone.
  const bare = text.replaceAll(attributePattern, (_, name: string, value: string) => {
    attributes[name] = decodeReferences(value);
    return '';
  });
  for (const [name] of bare.matchAll(/[^\s=/]+/g)) attributes[name] = '';
  return attributes;
}

export const textOf = (nodes: readonly TreeNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
