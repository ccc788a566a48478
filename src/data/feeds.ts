import type { Article } from '#lib/article.ts';
import {
  articleItem,
  correctionItem,
  type Feed,
  type FeedItem,
  type FeedWords,
} from '#lib/feed.ts';
import { describeList, type FeedList, feedTitle } from '#lib/feed-list.ts';
import { absolute, type FeedFile, feedPath, feedsPath } from '#lib/urls.ts';
import { type Edition, site } from '#site.ts';
import { getArticles, getBody, getCategoryArticles, getCorrections } from './articles.ts';
import { getAuthor } from './authors.ts';

interface Words extends FeedWords {
  readonly corrections: string;
  readonly correctionsDescription: string;
  readonly feeds: string;
  readonly feedNote: string;
}

interface FeedOf {
  readonly edition: Edition;
  readonly list: FeedList;
}

/** The feed of a list, with its newest stories in full. */
export async function getFeed({ edition, list }: FeedOf, words: Words): Promise<Feed> {
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
    items:
      list === 'corrections'
        ? correctionItems(edition, words)
        : await articleItems(
            list === undefined ? getArticles(edition) : getCategoryArticles(edition, list),
            words,
          ),
  };
}

const withAuthors = (article: Article) => ({
  article,
  authors: article.authors.map((id) => getAuthor(article.edition, id)),
});

const articleItems = (articles: readonly Article[], words: FeedWords): Promise<FeedItem[]> =>
  Promise.all(
    articles
      .slice(0, site.newestInFeeds)
      .map(async (article) => articleItem(withAuthors(article), await getBody(article), words)),
  );

const correctionItems = (edition: Edition, words: FeedWords): FeedItem[] =>
  getCorrections(edition)
    .slice(0, site.newestInFeeds)
    .map(({ article, correction }) => correctionItem(withAuthors(article), correction, words));
