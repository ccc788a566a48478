/** Articles and feeds for tests. */
import { type Edition, editions } from '#site.ts';
import type { Article, LeadPicture } from './article.ts';
import type { Author } from './author.ts';
import type { Feed, FeedItem, FeedWords } from './feed.ts';

const [first, second] = editions;
if (!first || !second) throw new Error('These tests want two editions.');
export const english: Edition = first;
export const arabic: Edition = second;

export const sampleWords: FeedWords = {
  correction: 'Correction',
  clarification: 'Clarification',
  comma: ', ',
  credit: 'Picture:',
};

export const sampleAuthor: Author = {
  id: 'ada',
  name: 'Ada Test',
  kind: 'person',
  bioHtml: '',
};

export const samplePicture: LeadPicture = {
  file: 'ships.svg',
  width: 400,
  height: 200,
  alt: 'Ships',
  credit: 'Test desk',
  sensitive: false,
};

export const sampleArticle = (fields: Partial<Article> = {}): Article => ({
  edition: english,
  slug: 'harbour',
  title: 'A harbour',
  description: 'A harbour opens.',
  categories: ['world'],
  topics: ['ships'],
  authors: ['ada'],
  publishedAt: new Date('2024-07-08T23:30:00Z'),
  draft: false,
  featured: false,
  corrections: [],
  sources: [],
  redirectFrom: [],
  comments: 'open',
  words: 10,
  contentDigest: '',
  ...fields,
});

export const sampleItem = (fields: Partial<FeedItem> = {}): FeedItem => ({
  id: 'https://example.org/articles/harbour/',
  url: 'https://example.org/articles/harbour/',
  title: 'A harbour',
  summary: 'A harbour opens.',
  html: '<p>Text</p>',
  authors: [{ name: 'Ada Test', url: 'https://example.org/authors/ada/' }],
  publishedAt: new Date('2024-07-08T23:30:00Z'),
  changedAt: new Date('2024-07-10T05:00:00Z'),
  tags: ['World', 'ships'],
  ...fields,
});

export const sampleFeed = (fields: Partial<Feed> = {}): Feed => ({
  edition: english,
  title: 'News',
  description: 'All the news.',
  url: 'https://example.org/',
  addresses: {
    'rss.xml': 'https://example.org/rss.xml',
    'atom.xml': 'https://example.org/atom.xml',
    'feed.json': 'https://example.org/feed.json',
  },
  hub: '',
  note: { text: 'A feed.', linkText: 'Feeds', url: 'https://example.org/feeds/' },
  items: [sampleItem()],
  ...fields,
});

/** Text that breaks out of what is not escaped. */
export const hostileText =
  ']]> <script>alert("1")</script> </title> &amp; & \' \u0000\u0008\u000b\uffff\ud800 -->';
/** The same as a reader should see it. */
export const readableText = ']]> <script>alert("1")</script> </title> &amp; & \'  -->';
