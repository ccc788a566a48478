import { settings } from '#settings.ts';
import type { CategoryId, Edition } from '#site.ts';
import type { Article, Picture } from './article.ts';
import type { SocialCard } from './card.ts';
import type { Month } from './dates.ts';
import { topicSlug } from './topic.ts';

/** A path on this site, below the path of SITE_URL; segments are encoded. */
const path = (...segments: string[]): string =>
  settings.siteUrl.pathname +
  segments
    .filter((s) => s !== '')
    .map((s) => `${encodeURIComponent(s)}/`)
    .join('');

type Place = Pick<Edition, 'folder'>;

export const homePath = ({ folder }: Place): string => path(folder);

export const articlePath = ({ edition, slug }: Pick<Article, 'edition' | 'slug'>): string =>
  path(edition.folder, 'articles', slug);

/** The same article as Markdown. */
export const articleMarkdownPath = ({ edition, slug }: Pick<Article, 'edition' | 'slug'>): string =>
  articlePath({ edition, slug }).replace(/\/$/, '.md');

/** The first page of a list stands at the list's own address, the others below it. */
const numbered = (page: number): string => (page === 1 ? '' : String(page));

export const categoryPath = ({ folder }: Place, category: CategoryId, page = 1): string =>
  path(folder, category, numbered(page));

export const topicsPath = ({ folder }: Place): string => path(folder, 'topics');

export const topicPath = ({ folder }: Place, topic: string, page = 1): string =>
  path(folder, 'topics', topicSlug(topic), numbered(page));

export const authorPath = ({ folder }: Place, author: string, page = 1): string =>
  path(folder, 'authors', author, numbered(page));

export const archivePath = ({ folder }: Place): string => path(folder, 'archive');

export const monthPath = ({ folder }: Place, { year, month }: Month): string =>
  path(folder, 'archive', year, month);

export const searchPath = ({ folder }: Place): string => path(folder, 'search');

/** The program that searches an edition's index: src/build/search-index.ts. */
export const searchProgramPath = (edition: Place): string =>
  `${searchPath(edition)}pagefind/pagefind.js`;

export const correctionsPath = ({ folder }: Place): string => path(folder, 'corrections');

export const feedsPath = ({ folder }: Place): string => path(folder, 'feeds');

export const editionsPath = ({ folder }: Place): string => path(folder, 'editions');

/** A file to download. Those of all editions stand in one folder, for their names say which they are. */
export const carriedPath = (file: string): string => publicFile(`editions/${file}`);

export type FeedFile = 'rss.xml' | 'atom.xml' | 'feed.json';

/** A feed stands beside the page of its list. */
export const feedPath = ({ folder }: Place, list: string | undefined, file: FeedFile): string =>
  path(folder, list ?? '') + file;

/** What the site has, for programs that read it. */
export const llmsPath = (): string => publicFile('llms.txt');

/** The index of the sitemaps, or one of its parts. */
export const sitemapPath = (part?: string): string =>
  publicFile(part === undefined ? 'sitemap.xml' : `sitemap-${part}.xml`);

export const newsSitemapPath = (): string => publicFile('news-sitemap.xml');

export const offlinePath = ({ folder }: Place): string => path(folder, 'offline');

/** Which pages a device fetches ahead. */
export const offlineListPath = (edition: Place): string => `${offlinePath(edition)}list.json`;

export const pagePath = ({ folder }: Place, page: string): string => path(folder, page);

/** The addresses of what stands on the site twice: with its pictures, and as text. */
export interface Paths {
  readonly home: (edition: Place) => string;
  readonly category: (edition: Place, category: CategoryId, page?: number) => string;
  readonly article: (article: Pick<Article, 'edition' | 'slug'>) => string;
}

export const fullPaths: Paths = {
  home: homePath,
  category: categoryPath,
  article: articlePath,
};

export const textPaths: Paths = {
  home: ({ folder }) => path(folder, 'text'),
  category: ({ folder }, category, page = 1) => path(folder, 'text', category, numbered(page)),
  article: ({ edition, slug }) => path(edition.folder, 'text', 'articles', slug),
};

export const picturePath = ({ file }: Pick<Picture, 'file'>): string =>
  `${settings.siteUrl.pathname}pictures/${file}`;

export const cardPath = ({ file }: Pick<SocialCard, 'file'>): string =>
  `${settings.siteUrl.pathname}cards/${file}`;

export const publicFile = (file: string): string => settings.siteUrl.pathname + file;

/**
 * The whole address of a path, for canonical links, Open Graph and everything that leaves the site. A mirror
 * names the address of the site itself.
 */
export const absolute = (path: string): string =>
  new URL(path.slice(settings.siteUrl.pathname.length), settings.mainUrl).href;
