import type { Article } from '#lib/article.ts';
import { type SearchPart, searchParts } from '#lib/search-parts.ts';
import { type SearchRecord, searchRecord } from '#lib/search-record.ts';
import type { Edition } from '#site.ts';
import { getArticles, getBody, getMonth } from './articles.ts';
import { getArticleAuthors } from './stories.ts';

/** A story that search should know, with all that it is made of but the body. */
interface SearchEntry {
  readonly article: Article;
  /** Their names. */
  readonly authors: readonly string[];
  readonly month: string;
}

const parts = new Map<string, readonly SearchPart<SearchEntry>[]>();

/** What search should know of an edition, divided among its indexes, newest first. */
export function getSearchParts(edition: Edition): readonly SearchPart<SearchEntry>[] {
  let found = parts.get(edition.id);
  if (!found) {
    found = searchParts(
      getArticles(edition).map((article) => {
        const { year, month } = getMonth(article);
        const authors = getArticleAuthors(article).map(({ name }) => name);
        return { article, authors, month: `${year}-${month}` };
      }),
    );
    parts.set(edition.id, found);
  }
  return found;
}

export const getSearchRecords = (entries: readonly SearchEntry[]): Promise<SearchRecord[]> =>
  Promise.all(
    entries.map(async ({ article, authors }) =>
      searchRecord({ article, html: await getBody(article), authors }),
    ),
  );
