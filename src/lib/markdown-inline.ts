/** Phrases of a cleaned tree as Markdown (CommonMark 0.31, with GFM's strikethrough and footnotes). */
import { textOf, type TreeElement, type TreeNode } from './cleaned-tree.ts';

/** A part of a line; what is marked can be written with a mark of Markdown, or else with a tag. */
interface Piece {
  readonly text: string;
  readonly mark?: readonly [mark: string, tag: string];
}

const marks: Readonly<Record<string, readonly [mark: string, tag: string]>> = {
  strong: ['**', 'strong'],
  b: ['**', 'strong'],
  em: ['*', 'em'],
  i: ['*', 'em'],
  del: ['~~', 'del'],
  s: ['~~', 'del'],
};

/** One line, but for hard breaks. */
export const inlineMarkdown = (nodes: readonly TreeNode[]): string => joined(nodes.flatMap(pieces));

function pieces(node: TreeNode): Piece[] {
  if (typeof node === 'string') return [{ text: escapeMarkdown(node.replaceAll(/\s+/g, ' ')) }];
  const { tag, attributes, children } = node;
  const mark = marks[tag];
  if (mark) return marked(inlineMarkdown(children), mark);
  switch (tag) {
    case 'a':
      return link(node);
    case 'br':
      return [{ text: '\\\n' }];
    case 'code':
    case 'kbd':
    case 'samp':
      return [{ text: codeSpan(textOf(children)) }];
    case 'img':
      return [
        {
          text: `![${escapeMarkdown(attributes['alt'] ?? '')}](${target(attributes['src'] ?? '')})`,
        },
      ];
    case 'q':
      return [{ text: '“' }, ...children.flatMap(pieces), { text: '”' }];
    // Markdown has no sign for these, and without them 10² would be 102.
    case 'sub':
    case 'sup':
      return isNote(children) ? children.flatMap(pieces) : inTags(tag, inlineMarkdown(children));
    default:
      return children.flatMap(pieces);
  }
}

/** Blanks at either end stand outside of the mark: inside, it would be none. */
function marked(text: string, mark: readonly [mark: string, tag: string]): Piece[] {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return [{ text: before + after }];
  return [{ text: before }, { text: inner, mark }, { text: after }];
}

const inTags = (tag: string, text: string): Piece[] =>
  text === '' ? [] : [{ text: `<${tag}>${text}</${tag}>` }];

function joined(list: readonly Piece[]): string {
  const shown = list.filter(({ text }) => text !== '');
  return shown.reduce((line, piece, index) => line + written(piece, line, shown[index + 1]), '');
}

const firstOf = (text: string): string => /^./su.exec(text)?.[0] ?? '';
const lastOf = (text: string): string => /.$/su.exec(text.slice(-2))?.[0] ?? '';
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);
const isMark = (character: string): boolean => /[*_~]/.test(character);

/**
 * A mark counts by what stands on both of its sides (CommonMark 0.31, section 6.2). Where it would not, or
 * would run into another, a tag says the same.
 */
function written({ text, mark }: Piece, before: string, next: Piece | undefined): string {
  if (!mark) return text;
  const [sign, tag] = mark;
  const [left, right] = [lastOf(before) || ' ', firstOf(next?.text ?? '') || ' '];
  const holds = (inner: string, outer: string): boolean =>
    !isMark(inner) &&
    !isMark(outer) &&
    (!isPunctuation(inner) || /\s/.test(outer) || isPunctuation(outer));
  return holds(firstOf(text), left) &&
    holds(lastOf(text), right) &&
    !next?.mark &&
    !text.includes('\\\n')
    ? `${sign}${text}${sign}`
    : `<${tag}>${text}</${tag}>`;
}

function link({ attributes, children }: TreeElement): Piece[] {
  const { href, title } = attributes;
  if ('data-footnote-backref' in attributes) return [];
  if (isNote([{ tag: 'a', attributes, children }])) return [{ text: `[^${textOf(children)}]` }];
  // A link within a link is none in Markdown, and cannot come out of it.
  const text = inlineMarkdown(children);
  if (href === undefined) return [{ text }];
  const name = title === undefined ? '' : ` "${escapeMarkdown(title).replaceAll('"', '\\"')}"`;
  return [{ text: `[${text}](${target(href)}${name})` }];
}

/** Whether these are the number of a note, and nothing else. */
const isNote = ([node, ...others]: readonly TreeNode[]): boolean =>
  typeof node === 'object' &&
  others.length === 0 &&
  'data-footnote-ref' in node.attributes &&
  /^\d+$/.test(textOf(node.children));

/** An address between brackets; what could end it, a table's cell or a piece of code is percent-encoded. */
const target = (address: string): string =>
  address
    .replaceAll(
      /[\s()<>|\\`]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replaceAll(entityLike, '&amp;');

function codeSpan(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ');
  if (text.trim() === '') return '';
  const fence = fenceFor(text, '`');
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Longer than any run of the sign in what it encloses. */
export const fenceFor = (text: string, least: string): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return least.length > longest ? least : '`'.repeat(longest + 1);
};

/** What would be read as a character reference, perhaps with what follows. */
const entityLike = /&(?=#?\w+;|#?\w*$)/g;

/** Text in which nothing is a sign of Markdown, except what only counts at the start of a line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*[\]<~|]/g, '\\$&')
    // Within a word it is no sign.
    .replaceAll(/_(?:(?<![\p{L}\p{N}]_)|(?![\p{L}\p{N}]))/gu, '\\_')
    .replaceAll(entityLike, '\\&')
    // Before a link it would make a picture of it.
    .replace(/!$/, '\\!');

/** Lines in which nothing is a sign at their start either. */
export const escapeLineStarts = (lines: string): string =>
  lines
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/^[#>+=:-]/gm, '\\$&')
    .replaceAll(/^(\d+)([.)])/gm, '$1\\$2');
