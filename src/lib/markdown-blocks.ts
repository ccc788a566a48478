/** Paragraphs, lists, tables and the like of a cleaned tree as Markdown (CommonMark 0.31 and GFM). */
import { textOf, type TreeElement, type TreeNode } from './cleaned-tree.ts';
import { escapeLineStarts, fenceFor, inlineMarkdown } from './markdown-inline.ts';
import { tableMarkdown } from './markdown-table.ts';

const blockTags = new Set(
  [
    'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section',
    'summary table ul',
  ].flatMap((row) => row.split(' ')),
);

const isBlock = (node: TreeNode): node is TreeElement =>
  typeof node === 'object' && (blockTags.has(node.tag) || node.children.some(isBlock));

/** Blocks with a blank line between them. */
export const blocksMarkdown = (nodes: readonly TreeNode[]): string => blocks(nodes).join('\n\n');

function blocks(nodes: readonly TreeNode[]): string[] {
  const written: string[] = [];
  let phrase: TreeNode[] = [];
  let lists = 0;
  const endPhrase = (): void => {
    const text = paragraph(phrase);
    if (text !== '') {
      written.push(text);
      lists = 0;
    }
    phrase = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      phrase.push(node);
      continue;
    }
    endPhrase();
    // Lists that follow each other take turns in their signs, for else they were one.
    lists = node.tag === 'ul' || node.tag === 'ol' ? lists + 1 : 0;
    written.push(...block(node, lists % 2 === 0).filter((text) => text !== ''));
  }
  endPhrase();
  return written;
}

const paragraph = (nodes: readonly TreeNode[]): string => {
  // A break at the end breaks nothing.
  const text = inlineMarkdown(nodes).replace(/(?:\\\n|\s)+$/, '');
  return escapeLineStarts(text.replace(/^(?:\\\n|\s)+/, ''));
};

const oneLine = (nodes: readonly TreeNode[]): string => paragraph(nodes).replaceAll(/\\?\n/g, ' ');

function block(node: TreeElement, other: boolean): string[] {
  const { tag, attributes, children } = node;
  switch (tag) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [heading(Number(tag.slice(1)), oneLine(children))];
    case 'hr':
      // Neither * nor -: behind the sign of a list these would make one long rule.
      return ['___'];
    case 'pre':
      return [codeBlock(node)];
    case 'blockquote':
      return [quote(blocksMarkdown(children))];
    case 'ul':
      return [list(node, () => (other ? '* ' : '- '))];
    case 'ol':
      return [list(node, (index) => `${start(attributes['start']) + index}${other ? ')' : '.'} `)];
    case 'table':
      return tableMarkdown(node);
    case 'section':
      return 'data-footnotes' in attributes ? notes(children) : blocks(children);
    case 'summary':
    case 'dt':
      return [oneLine([{ tag: 'strong', attributes: {}, children }])];
    default:
      return blocks(children);
  }
}

// A # at the end would be taken for the sign that may close a heading.
const heading = (level: number, text: string): string =>
  text === '' ? '' : `${'#'.repeat(level)} ${text.replace(/#+$/, '\\$&')}`;

const start = (value: string | undefined): number => {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number >= 0 && number < 1e8 ? number : 1;
};

function codeBlock({ children }: TreeElement): string {
  const [code] = children.filter((child) => typeof child === 'object');
  const language = /^language-([\w+#.-]+)$/.exec(code?.attributes['class'] ?? '')?.[1] ?? '';
  const text = textOf(children).replace(/\n$/, '');
  const fence = fenceFor(text, '```');
  return `${fence}${language}\n${text}\n${fence}`;
}

const quote = (text: string): string => (text === '' ? '' : indent(text, '> ', '> '));

/** The first line after one sign, the others after another; blank lines stay blank. */
const indent = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? others.trimEnd() : others) + line)
    .join('\n');

const itemsOf = (nodes: readonly TreeNode[]): TreeElement[] =>
  nodes.filter((node) => typeof node === 'object').filter(({ tag }) => tag === 'li');

/** Whether an item can do without blank lines: one block, or a phrase with a list below it. */
const isTight = (item: TreeElement, [, second, ...others]: readonly string[]): boolean =>
  !item.children.some((child) => typeof child === 'object' && child.tag === 'p') &&
  others.length === 0 &&
  (second === undefined || /^(?:[-*]|1[.)]) \S/.test(second));

function list({ children }: TreeElement, sign: (index: number) => string): string {
  const items = itemsOf(children).map((item) => ({ item, written: blocks(item.children) }));
  const gap = items.every(({ item, written }) => isTight(item, written)) ? '\n' : '\n\n';
  return items
    .map(({ item, written }, index) => {
      const mark = sign(index);
      return indent(taskMarked(item, written.join(gap)), mark, ' '.repeat(mark.length)).trimEnd();
    })
    .join(gap);
}

/** The processor writes a task's box as a character (src/markdown/rehype-finish.ts). */
const taskMarked = ({ attributes }: TreeElement, text: string): string =>
  attributes['class'] === 'task-list-item'
    ? text.replace(/^[☑☐]\s*/, (box) => (box.startsWith('☑') ? '[x] ' : '[ ] '))
    : text;

/** The notes stand in an ordered list: the place is the number. */
function notes(nodes: readonly TreeNode[]): string[] {
  const lists = nodes.filter((node) => typeof node === 'object').filter(({ tag }) => tag === 'ol');
  return lists.flatMap(({ children }) =>
    itemsOf(children).map((item, index) =>
      indent(blocksMarkdown(item.children), `[^${index + 1}]: `, '    ').trimEnd(),
    ),
  );
}
