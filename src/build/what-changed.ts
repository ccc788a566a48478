/** What a build did, in a line. */

export interface Changes {
  /** How many files of each kind are new or other than the last build's. */
  readonly changed: ReadonlyMap<string, number>;
  readonly removed: number;
  readonly unchanged: number;
  /** Whether there was a last build to compare with. */
  readonly isFirst: boolean;
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

/** `templates` tells which file was made by which template; what has none is part of the search index. */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  templates: ReadonlyMap<string, string>,
): Changes {
  const changed = new Map<string, number>();
  let unchanged = 0;
  for (const [path, digest] of now) {
    if (before.get(path) === digest) {
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

/** "1 article, 3 pages of lists, 1 month; 10,612 files unchanged". */
export function formatChanges({ changed, removed, unchanged, isFirst }: Changes): string {
  const number = (value: number): string => value.toLocaleString('en');
  const counts = kinds.flatMap(([, one, many]) => {
    const count = changed.get(one) ?? 0;
    return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
  });
  return [
    counts.join(', ') || 'nothing to change',
    ...(removed > 0 ? [`${number(removed)} gone`] : []),
    isFirst ? 'no earlier build to compare with' : `${number(unchanged)} files unchanged`,
  ].join('; ');
}
