import { editionParam, listPages, pageParam } from '#lib/route.ts';
import { categoryIds, editions, site } from '#site.ts';
import { getCategoryArticles } from './articles.ts';

/** A path for each page of each category, full or as text. */
export const categoryPages = () =>
  editions.flatMap((edition) =>
    categoryIds.flatMap((category) =>
      listPages(getCategoryArticles(edition, category), site.articlesPerPage).map((page) => ({
        params: { edition: editionParam(edition), category, page: pageParam(page) },
        props: { edition, category, page },
      })),
    ),
  );
