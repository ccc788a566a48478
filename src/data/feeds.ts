import type { Article, Correction } from '#lib/article.ts';
import type { Author } from '#lib/author.ts';
import {
  articleItem,
  correctionItem,
  type Feed,
  type FeedItem,
  type FeedWords,
} from '#lib/feed.ts';
import { describeList, type FeedList, feedLists, feedPlace, feedTitle } from '#lib/feed-list.ts';
import { absolute, type FeedFile, feedPath, feedsPath } from '#lib/urls.ts';
import { type Edition, editions, site } from '#site.ts';
import { getArticles, getBody, getCategoryArticles, getCorrections } from './articles.ts';
import { getArticleAuthors } from './stories.ts';

interface Words extends FeedWords {
  readonly corrections: string;
  readonly correctionsDescription: string;
  readonly feeds: string;
  readonly feedNote: string;
}

/** A story or a correction of a feed, with all that it is made of but the body. */
interface FeedSource {
  readonly article: Article;
  readonly authors: readonly Author[];
  readonly correction?: Correction;
}

interface FeedOf {
  readonly edition: Edition;
  readonly list: FeedList;
  /** Newest first. */
  readonly sources: readonly FeedSource[];
}

/** A path for the feed of each list of each edition, with what it is made of. */
export const feedPaths = () =>
  editions.flatMap((edition) =>
    feedLists.map((list) => ({
      params: { place: feedPlace(edition, list) },
      props: { edition, list, sources: sourcesOf(edition, list) } satisfies FeedOf,
    })),
  );

const sourcesOf = (edition: Edition, list: FeedList): FeedSource[] => {
  const entries: readonly Omit<FeedSource, 'authors'>[] =
    list === 'corrections'
      ? getCorrections(edition)
      : (list === undefined ? getArticles(edition) : getCategoryArticles(edition, list)).map(
          (article) => ({ article }),
        );
  return entries
    .slice(0, site.newestInFeeds)
    .map((entry) => ({ ...entry, authors: getArticleAuthors(entry.article) }));
};

/** The feed of a list, with its newest stories in full. */
export async function getFeed({ edition, list, sources }: FeedOf, words: Words): Promise<Feed> {
  const { description, path } = describeList(edition, list, words);
  const address = (file: FeedFile): string => absolute(feedPath(edition, list, file));
  return {
    edition,
    title: feedTitle(edition, list, words),
    description,
    url: absolute(path),
    addresses: {
      'rss.xml': address('rss.xml'),
      'atom.xml': address('atom.xml'),
      'feed.json': address('feed.json'),
    },
    hub: site.feedHub,
    note: { text: words.feedNote, linkText: words.feeds, url: absolute(feedsPath(edition)) },
    items: await Promise.all(sources.map((source) => itemOf(source, words))),
  };
}

const itemOf = async (
  { correction, ...source }: FeedSource,
  words: FeedWords,
): Promise<FeedItem> =>
  correction
    ? correctionItem(source, correction, words)
    : articleItem(source, await getBody(source.article), words);
