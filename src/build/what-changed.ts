/** What a build did, and why, in a line. */
import type { Inputs } from './kept-list.ts';

export interface Changes {
  /** How many files of each kind are new or other than the last build's. */
  readonly changed: ReadonlyMap<string, number>;
  readonly removed: number;
  readonly unchanged: number;
  /** Whether there was a last build to compare with. */
  readonly isFirst: boolean;
  /** What was other than for the last build. */
  readonly reasons: readonly string[];
}

/** How the inputs of a build are called, in the order in which they are told. */
const inputNames: readonly [input: string, name: string][] = [
  ['code', 'the code, its words or settings, or a version'],
  ['content', 'the content'],
  ['due', 'which stories are due'],
  ['day', 'the day'],
  ['downloads', 'what can be downloaded'],
];

const namedFiles = 3;

/** What is other than for the last build: files of the content by their names, if it is known which. */
export function reasonsFor(before: Inputs, now: Inputs, changed: readonly string[]): string[] {
  const isOther = (input: string): boolean => before[input] !== now[input];
  if (Object.keys(before).length === 0) return [];
  const files = changed.slice(0, namedFiles).join(', ');
  const more = changed.length > namedFiles ? ` and ${changed.length - namedFiles} more` : '';
  return (
    inputNames
      .filter(([input]) => isOther(input))
      // A story that comes or goes with its file is told by the file.
      .filter(([input]) => !(input === 'due' && isOther('content')))
      .map(([input, name]) => (input === 'content' && files !== '' ? files + more : name))
  );
}

/** One and many, in the order in which they are told; the first that fits a template names what it makes. */
const kinds: readonly [template: RegExp, one: string, many: string][] = [
  [/^src\/pages\/\[\.\.\.edition\]\/articles\/\[slug\]\.astro$/, 'article', 'articles'],
  [/\/text\/articles\/\[slug\]\.astro$/, 'text version', 'text versions'],
  [/\.md\.ts$/, 'Markdown file', 'Markdown files'],
  [/\/archive\/\[year\]/, 'month', 'months'],
  [/\[\.\.\.page\]\.astro$/, 'page of a list', 'pages of lists'],
  [/rss|atom|feed\.json/, 'feed', 'feeds'],
  [/sitemap/, 'sitemap', 'sitemaps'],
  [/\/cards\//, 'card', 'cards'],
  [/\/pictures\//, 'picture', 'pictures'],
  [/^$/, 'file of the search index', 'files of the search index'],
  [/(?:)/, 'other page', 'other pages'],
];

interface Digested {
  readonly digest: string;
}

/** Files by their paths; `templates` tells which file was made by which template; what has none is part of the search index. */
export function changesBetween(
  before: ReadonlyMap<string, Digested>,
  now: ReadonlyMap<string, Digested>,
  templates: ReadonlyMap<string, string>,
): Omit<Changes, 'reasons'> {
  const changed = new Map<string, number>();
  let unchanged = 0;
  for (const [path, { digest }] of now) {
    if (before.get(path)?.digest === digest) {
      unchanged++;
      continue;
    }
    const template = templates.get(path) ?? '';
    const [, one = ''] = kinds.find(([pattern]) => pattern.test(template)) ?? [];
    changed.set(one, (changed.get(one) ?? 0) + 1);
  }
  const removed = [...before.keys()].filter((path) => !now.has(path)).length;
  return { changed, removed, unchanged, isFirst: before.size === 0 };
}

/** "1 article, 3 pages of lists, 1 month; 10,612 files unchanged; because of content/articles/en/ships.md". */
export function formatChanges({ changed, removed, unchanged, isFirst, reasons }: Changes): string {
  const number = (value: number): string => value.toLocaleString('en');
  const counts = kinds.flatMap(([, one, many]) => {
    const count = changed.get(one) ?? 0;
    return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
  });
  return [
    counts.join(', ') || 'nothing to change',
    ...(removed > 0 ? [`${number(removed)} gone`] : []),
    isFirst ? 'no earlier build to compare with' : `${number(unchanged)} files unchanged`,
    ...(reasons.length > 0 ? [`because of ${reasons.join(', and of ')}`] : []),
  ].join('; ');
}
