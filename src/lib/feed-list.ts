import { type CategoryId, categoryIds, type Edition } from '#site.ts';
import { categoryPath, correctionsPath, type FeedFile, feedPath, homePath } from './urls.ts';

/** What a feed follows: one category, the corrections, or else every story of its edition. */
export type FeedList = CategoryId | 'corrections' | undefined;

export const feedLists: readonly FeedList[] = [undefined, ...categoryIds, 'corrections'];

/** The route parameter of a feed: its place is where the page of its list stands. */
export const feedPlace = ({ folder }: Edition, list: FeedList): string | undefined =>
  [folder, list].filter(Boolean).join('/') || undefined;

interface ListWords {
  readonly corrections: string;
  readonly correctionsDescription: string;
}

/** What a list is called, and the page that it belongs to. */
export function describeList(
  edition: Edition,
  list: FeedList,
  words: ListWords,
): { name: string; description: string; path: string } {
  if (list === undefined) {
    return { name: edition.siteName, description: edition.tagline, path: homePath(edition) };
  }
  if (list === 'corrections') {
    return {
      name: words.corrections,
      description: words.correctionsDescription,
      path: correctionsPath(edition),
    };
  }
  return { ...edition.categories[list], path: categoryPath(edition, list) };
}

/** The name by which a feed stands among others in a reader. */
export function feedTitle(edition: Edition, list: FeedList, words: ListWords): string {
  const { name } = describeList(edition, list, words);
  return list === undefined ? name : `${name} – ${edition.siteName}`;
}

/** The forms of a feed: the best known first. */
export const feedForms: readonly { file: FeedFile; name: string; type: string }[] = [
  { file: 'rss.xml', name: 'RSS', type: 'application/rss+xml' },
  { file: 'atom.xml', name: 'Atom', type: 'application/atom+xml' },
  { file: 'feed.json', name: 'JSON Feed', type: 'application/feed+json' },
];

/** The same thing in another form: for `link rel=alternate`. */
export interface OtherForm {
  readonly type: string;
  readonly path: string;
  readonly title?: string;
}

/** How a page announces the feed of its list. */
export const feedLinks = (edition: Edition, list: FeedList, words: ListWords): OtherForm[] =>
  feedForms.map(({ file, name, type }) => ({
    type,
    path: feedPath(edition, list, file),
    title: `${feedTitle(edition, list, words)} (${name})`,
  }));
