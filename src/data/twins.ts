/** Where a page has its twin in another edition: for the language links in its head and in the sitemap. */
import type { Article } from '#lib/article.ts';
import type { Month } from '#lib/dates.ts';
import type { TwinIn } from '#lib/frame.ts';
import { hasPage, type ListPage } from '#lib/route.ts';
import { authorPath, fullPaths, monthPath, pagePath } from '#lib/urls.ts';
import { type CategoryId, site } from '#site.ts';
import { getAuthorArticles, getCategoryArticles, getMonths, getTwin } from './articles.ts';
import { getPages } from './pages.ts';

type Numbered = Pick<ListPage<unknown>, 'number'>;

export const articleTwin =
  (article: Article, paths = fullPaths): TwinIn =>
  (other) => {
    const twin = getTwin(article, other);
    return twin && paths.article(twin);
  };

export const categoryTwin =
  (category: CategoryId, page: Numbered, paths = fullPaths): TwinIn =>
  (other) =>
    hasPage(getCategoryArticles(other, category), site.articlesPerPage, page)
      ? paths.category(other, category, page.number)
      : undefined;

export const authorTwin =
  (author: string, page: Numbered): TwinIn =>
  (other) => {
    const articles = getAuthorArticles(other, author);
    return articles.length > 0 && hasPage(articles, site.articlesPerPage, page)
      ? authorPath(other, author, page.number)
      : undefined;
  };

export const monthTwin =
  ({ year, month }: Month): TwinIn =>
  (other) =>
    getMonths(other).some((shelf) => shelf.year === year && shelf.month === month)
      ? monthPath(other, { year, month })
      : undefined;

export const pageTwin =
  (page: string): TwinIn =>
  (other) =>
    getPages(other).some(({ slug }) => slug === page) ? pagePath(other, page) : undefined;

/** For what every edition has, and for what only one can have. */
export const noTwin: TwinIn = () => undefined;
