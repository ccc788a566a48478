import type { Article } from '#lib/article.ts';
import { type SearchRecord, searchRecord } from '#lib/search-record.ts';
import type { Edition } from '#site.ts';
import { getArticles, getBody } from './articles.ts';
import { getArticleAuthors } from './stories.ts';

/** A story that search should know, with all that it is made of but the body. */
interface SearchEntry {
  readonly article: Article;
  /** Their names. */
  readonly authors: readonly string[];
}

/** What search should know of an edition, newest first. */
export const searchEntries = (edition: Edition): SearchEntry[] =>
  getArticles(edition).map((article) => ({
    article,
    authors: getArticleAuthors(article).map(({ name }) => name),
  }));

export const getSearchRecords = (entries: readonly SearchEntry[]): Promise<SearchRecord[]> =>
  Promise.all(
    entries.map(async ({ article, authors }) =>
      searchRecord({ article, html: await getBody(article), authors }),
    ),
  );
