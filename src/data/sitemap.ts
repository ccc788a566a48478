/** Every page that search engines should know. */
import { type Article, changedAt, newestChange } from '#lib/article.ts';
import { alternatesOf, languageLinks, type TwinIn } from '#lib/frame.ts';
import { listPages, type PathOfPage } from '#lib/route.ts';
import { type SitemapPage, type SitemapPart, splitPart } from '#lib/sitemap.ts';
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  correctionsPath,
  editionsPath,
  feedsPath,
  homePath,
  monthPath,
  pagePath,
  topicPath,
  topicsPath,
} from '#lib/urls.ts';
import { categoryIds, type Edition, editions, site } from '#site.ts';
import {
  getArticles,
  getAuthorArticles,
  getAuthorIds,
  getCategoryArticles,
  getCorrections,
  getMonth,
  getMonths,
  getTopics,
} from './articles.ts';
import { getFrontPage } from './front-page.ts';
import { getPages } from './pages.ts';
import { articleTwin, authorTwin, categoryTwin, monthTwin, noTwin, pageTwin } from './twins.ts';

/** For each edition the pages that are no articles, and then the articles of each year: old years stay still. */
export const getSitemapParts = (): readonly SitemapPart[] =>
  (parts ??= editions
    .flatMap((edition) => [{ name: edition.id, pages: listsOf(edition) }, ...yearsOf(edition)])
    .flatMap((part) => splitPart(part)));

// Both the index and the parts need all of them.
let parts: readonly SitemapPart[] | undefined;

function yearsOf(edition: Edition): SitemapPart[] {
  const oldestFirst = getArticles(edition).toReversed();
  const years = Map.groupBy(oldestFirst, (article) => getMonth(article).year);
  return [...years].map(([year, articles]) => ({
    name: `${edition.id}-${year}`,
    pages: articles.map((article) =>
      toPage(edition, articlePath(article), changedAt(article), articleTwin(article)),
    ),
  }));
}

const toPage = (
  edition: Edition,
  path: string,
  at: Date | undefined,
  twinIn: TwinIn,
): SitemapPage => ({
  path,
  changedAt: at,
  links: languageLinks(edition, path, alternatesOf(edition, twinIn)),
});

function listsOf(edition: Edition): SitemapPage[] {
  const { lead, beside, blocks, newest } = getFrontPage(edition);
  const onHome = [lead, ...beside, ...blocks.flatMap(({ articles }) => articles), ...newest];
  const articles = getArticles(edition);
  const one = (path: (other: Edition) => string, at?: Date) =>
    toPage(edition, path(edition), at, path);
  return [
    one(homePath, newestChange(onHome.filter((article) => article !== undefined))),
    ...categoryIds.flatMap((id) =>
      pagesOf(
        edition,
        getCategoryArticles(edition, id),
        (number) => categoryPath(edition, id, number),
        (number) => categoryTwin(id, { number }),
      ),
    ),
    // These count stories: they change when one is published.
    one(topicsPath, articles[0]?.publishedAt),
    one(archivePath, articles[0]?.publishedAt),
    one(correctionsPath, getCorrections(edition)[0]?.correction.at),
    one(feedsPath),
    one(editionsPath),
    ...getPages(edition).map(({ slug, updatedAt }) =>
      toPage(edition, pagePath(edition, slug), updatedAt, pageTwin(slug)),
    ),
    ...getMonths(edition).map((month) =>
      toPage(edition, monthPath(edition, month), newestChange(month.articles), monthTwin(month)),
    ),
    ...getAuthorIds(edition).flatMap((id) =>
      pagesOf(
        edition,
        getAuthorArticles(edition, id),
        (number) => authorPath(edition, id, number),
        (number) => authorTwin(id, { number }),
      ),
    ),
    ...getTopics(edition).flatMap(({ name, articles: stories }) =>
      pagesOf(
        edition,
        stories,
        (number) => topicPath(edition, name, number),
        () => noTwin,
      ),
    ),
  ];
}

/** A list in pages: each changed with the stories that it shows. */
const pagesOf = (
  edition: Edition,
  articles: readonly Article[],
  pathOf: PathOfPage,
  twinOf: (number: number) => TwinIn,
): SitemapPage[] =>
  listPages(articles, site.articlesPerPage).map(({ items, number }) =>
    toPage(edition, pathOf(number), newestChange(items), twinOf(number)),
  );
