/** Links of bodies to pages of this site that are no stories, and whether they lead anywhere. */
import { closest, distance } from 'fastest-levenshtein';
import { remembered } from '#lib/remembered.ts';
import { topicSlug } from '#lib/topic.ts';
import { categoryIds, editions } from '#site.ts';
import type { Problem } from './problems.ts';
import type { Content } from './read-content.ts';

export interface PageLink {
  /** Below the site's own address, with a slash before it. */
  readonly path: string;
  readonly problem: (message: string) => Problem;
}

type Published = Pick<Content, 'articles' | 'authors' | 'pages'>;

/** What every edition has, besides its home page at "". */
const always = [
  'archive',
  'corrections',
  'editions',
  'feeds',
  'offline',
  'search',
  'text',
  'topics',
];

/** Folders whose months, stories and files are not worth counting here. */
const manyPages = ['archive', 'editions', 'pictures', 'text'];

/** The paths of pages, without the slash at their end. */
function pathsOf({ articles, authors, pages }: Published): Set<string> {
  const writers = new Set(authors.map(({ slug }) => slug));
  const pathIn = new Map(editions.map(({ id, folder }) => [id, folder === '' ? '' : `/${folder}`]));
  const inEdition = (edition: string, page: string): string =>
    `${pathIn.get(edition) ?? ''}/${page}`;
  return new Set([
    ...editions.flatMap(({ id }) => [
      pathIn.get(id) ?? '',
      ...[...always, ...categoryIds].map((page) => inEdition(id, page)),
    ]),
    ...pages.map(({ edition, slug }) => inEdition(edition, slug)),
    ...articles.flatMap(({ edition, fields }) => [
      ...fields.authors
        .filter((author) => writers.has(author))
        .map((author) => inEdition(edition, `authors/${author}`)),
      ...fields.topics.map((topic) => inEdition(edition, `topics/${topicSlug(topic)}`)),
    ]),
  ]);
}

/**
 * Warns of links to pages that are not there. Warnings only: a host may hold more than this site, such as
 * a shop beside it.
 */
export function notePageLinks(links: readonly PageLink[], published: Published): Problem[] {
  if (links.length === 0) return [];
  const paths = pathsOf(published);
  const all = [...paths];
  // A thousand stories may lead to the same page that is none of ours.
  const nearest = remembered((page: string) => closest(page, all));
  const folders = editions.flatMap(({ folder }) =>
    manyPages.map((page) => (folder === '' ? `/${page}/` : `/${folder}/${page}/`)),
  );
  return links.flatMap(({ path, problem }): Problem[] => {
    // Later pages of a list, /topics/water/2/, count as its first.
    const page = path.replace(/(?:\/\d+)?\/?$/, '');
    const isFile = /\.\w+$/.test(page);
    if (isFile || paths.has(page) || folders.some((folder) => path.startsWith(folder))) return [];
    const near = nearest(page);
    const cure = distance(page, near) <= 2 ? `Did you mean ${near}/?` : 'Correct the address.';
    return [problem(`links to ${path}, which is no page of this site. ${cure}`)];
  });
}
