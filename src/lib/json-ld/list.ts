/** Every page that is no article: where it stands, and what it holds. */
import type {
  AboutPageLeaf,
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  ItemListLeaf,
  ProfilePageLeaf,
  WebPageLeaf,
} from 'schema-dts';
import type { Article } from '#lib/article.ts';
import type { Author } from '#lib/author.ts';
import { zonedTime } from '#lib/dates.ts';
import type { Page } from '#lib/page.ts';
import { absolute, articlePath, homePath, pagePath } from '#lib/urls.ts';
import type { Edition } from '#site.ts';
import { authorData } from './author.ts';
import { websiteId } from './organization.ts';

/** A place on the way from the front page to a page. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** The way to a page from the front page, which is added; the page itself comes last. */
export const breadcrumbs = (edition: Edition, crumbs: readonly Crumb[]): BreadcrumbListLeaf => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: edition.siteName, path: homePath(edition) }, ...crumbs].map(
    ({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    }),
  ),
});

/** The stories of a page, in its order. */
export const itemList = (articles: readonly Article[]): ItemListLeaf => ({
  '@type': 'ItemList',
  itemListElement: articles.map((article, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: article.title,
    url: absolute(articlePath(article)),
  })),
});

/** What a page says of itself, as in its head. */
export interface PageFacts {
  readonly edition: Edition;
  readonly name: string;
  readonly description: string;
  readonly path: string;
}

const pageFacts = ({ edition, name, description, path }: PageFacts) => ({
  url: absolute(path),
  name,
  description,
  inLanguage: edition.lang,
  isPartOf: { '@id': websiteId(edition) },
});

export const collectionPage = (
  facts: PageFacts,
  articles: readonly Article[],
): CollectionPageLeaf => ({
  '@type': 'CollectionPage',
  ...pageFacts(facts),
  mainEntity: itemList(articles),
});

/** The page of an author. */
export const profilePage = (facts: PageFacts, author: Author): ProfilePageLeaf => ({
  '@type': 'ProfilePage',
  ...pageFacts(facts),
  mainEntity: authorData(author, facts.edition),
});

/** A page that editors write. */
export const editedPage = (edition: Edition, page: Page): WebPageLeaf | AboutPageLeaf => ({
  '@type': page.slug === 'about' ? 'AboutPage' : 'WebPage',
  ...pageFacts({
    edition,
    name: page.title,
    description: page.description,
    path: pagePath(edition, page.slug),
  }),
  ...(page.updatedAt && { dateModified: zonedTime(page.updatedAt, edition) }),
});
