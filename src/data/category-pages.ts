import type { Article } from '#lib/article.ts';
import { categoryCard } from '#lib/card.ts';
import type { Frame } from '#lib/frame.ts';
import { editionParam, type ListPage, listPages, pageParam } from '#lib/route.ts';
import { fullPaths, type Paths } from '#lib/urls.ts';
import { type CategoryId, categoryIds, editions, site } from '#site.ts';
import { getCategoryArticles } from './articles.ts';
import { getFrame } from './frame.ts';
import { categoryTwin } from './twins.ts';

export interface CategoryPage {
  readonly frame: Frame;
  readonly category: CategoryId;
  readonly page: ListPage<Article>;
}

/** A path for each page of each category, full or as text, with what it is given. */
export const categoryPages = (paths: Paths) =>
  editions.flatMap((edition) =>
    categoryIds.flatMap((category) =>
      listPages(getCategoryArticles(edition, category), site.articlesPerPage).map((page) => ({
        params: { edition: editionParam(edition), category, page: pageParam(page) },
        props: {
          frame: getFrame(
            edition,
            categoryTwin(category, page, paths),
            (other) => paths.category(other, category),
            paths === fullPaths ? categoryCard(edition, category) : undefined,
          ),
          category,
          page,
        } satisfies CategoryPage,
      })),
    ),
  );
