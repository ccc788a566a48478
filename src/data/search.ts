import { type SearchRecord, searchRecord } from '#lib/search-record.ts';
import type { Edition } from '#site.ts';
import { getArticles, getBody } from './articles.ts';
import { getAuthor } from './authors.ts';

/** What search knows of an edition, newest first. */
export const getSearchRecords = (edition: Edition): Promise<SearchRecord[]> =>
  Promise.all(
    getArticles(edition).map(async (article) =>
      searchRecord({
        article,
        html: await getBody(article),
        authors: article.authors.map((id) => getAuthor(edition, id).name),
      }),
    ),
  );
