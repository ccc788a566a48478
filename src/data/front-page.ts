import type { Article } from '#lib/article.ts';
import { type FrontPage, frontPage } from '#lib/front-page.ts';
import { categoryIds, type Edition, site } from '#site.ts';
import { getArticles, getCategoryArticles } from './articles.ts';

/** What stands where on the home page of an edition. */
export const getFrontPage = (edition: Edition): FrontPage<Article> =>
  frontPage({
    articles: getArticles(edition),
    categories: categoryIds.map((id) => [id, getCategoryArticles(edition, id)] as const),
    perCategory: site.newestPerCategoryOnHome,
    newest: site.newestOnHome,
  });
