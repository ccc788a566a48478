import type { CategoryId } from '#site.ts';
import type { Article } from './article.ts';

export interface FrontPage<T> {
  /** The newest featured article, or the newest of all. */
  readonly lead: T | undefined;
  /** The newest others. */
  readonly beside: readonly T[];
  /** Each category with stories: its newest that do not stand above, or, where all do, its newest. */
  readonly blocks: readonly { readonly category: CategoryId; readonly articles: readonly T[] }[];
  /** The newest of all, as a plain list: it repeats. */
  readonly newest: readonly T[];
}

const besideLead = 4;

/** What stands where on the home page. Lists come in newest first. */
export function frontPage<T extends Pick<Article, 'featured'>>({
  articles,
  categories,
  perCategory,
  newest,
}: {
  articles: readonly T[];
  categories: readonly (readonly [CategoryId, readonly T[]])[];
  perCategory: number;
  newest: number;
}): FrontPage<T> {
  const lead = articles.find(({ featured }) => featured) ?? articles[0];
  const beside = articles.filter((article) => article !== lead).slice(0, besideLead);
  const shown = new Set([lead, ...beside]);
  const blocks = categories.map(([category]) => ({ category, articles: [] as T[] }));
  // In turns, so that a story of several categories stands once and one of them does not take all.
  for (let turn = 0; turn < perCategory; turn++) {
    for (const [index, [, list]] of categories.entries()) {
      const next = list.find((article) => !shown.has(article));
      if (!next) continue;
      shown.add(next);
      blocks[index]?.articles.push(next);
    }
  }
  // A category whose stories all stand above shows its newest again: each has its place on this page.
  for (const [index, [, list]] of categories.entries()) {
    const block = blocks[index];
    if (block?.articles.length === 0) block.articles.push(...list.slice(0, perCategory));
  }
  return {
    lead,
    beside,
    blocks: blocks.filter((block) => block.articles.length > 0),
    newest: articles.slice(0, newest),
  };
}
