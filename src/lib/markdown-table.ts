import { textOf, type TreeElement, type TreeNode } from './cleaned-tree.ts';
import { inlineMarkdown } from './markdown-inline.ts';

const elementsIn = ({ children }: TreeElement): TreeElement[] =>
  children.filter((child) => typeof child === 'object');

const rowsIn = (table: TreeElement): TreeElement[] =>
  elementsIn(table).flatMap((part) =>
    part.tag === 'tr' ? [part] : /^t(?:head|body|foot)$/.test(part.tag) ? rowsIn(part) : [],
  );

/** A caption, and a table of GFM: its cells are lines, and a cell across several columns leaves them empty. */
export function tableMarkdown(table: TreeElement): string[] {
  const caption = elementsIn(table).find(({ tag }) => tag === 'caption');
  const rows = rowsIn(table).map((row) => elementsIn(row));
  const width = Math.max(
    0,
    ...rows.map((cells) => cells.reduce((sum, cell) => sum + span(cell), 0)),
  );
  if (width === 0) return [];
  const hasHead = rows[0]?.every(({ tag }) => tag === 'th') === true;
  const [head = [], ...body] = hasHead ? rows : [[], ...rows];
  const line = (cells: readonly TreeElement[]): string => {
    const texts = cells.flatMap((cell) => [
      cellText(cell.children),
      ...Array.from({ length: span(cell) - 1 }, () => ''),
    ]);
    return row(Array.from({ length: width }, (_, index) => texts[index] ?? ''));
  };
  const rules = Array.from({ length: width }, (_, index) =>
    alignment((hasHead ? head : body[0])?.[index]),
  );
  const text = [line(head), row(rules), ...body.map(line)].join('\n');
  return caption ? [inlineMarkdown(caption.children), text] : [text];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const span = ({ attributes }: TreeElement): number => {
  const columns = Number(attributes['colspan'] ?? '1');
  return Number.isInteger(columns) && columns > 0 && columns <= 100 ? columns : 1;
};

const alignment = (cell: TreeElement | undefined): string =>
  ({ end: '---:', center: ':---:' })[cell?.attributes['class'] ?? ''] ?? '---';

/** Blocks in a cell stand in one line. */
const cellText = (nodes: readonly TreeNode[]): string => {
  const phrases = nodes.flatMap((node, index) =>
    typeof node === 'object' && /^(?:p|ul|ol|li|pre|blockquote|figure)$/.test(node.tag)
      ? [...(index === 0 ? [] : [' ']), textOf([node])]
      : [node],
  );
  // In code, a bar is not escaped yet: here it would end the cell.
  return inlineMarkdown(phrases)
    .replaceAll(/\\?\n/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')
    .trim();
};
