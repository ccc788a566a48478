import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { newsAt } from './clock.ts';
import { newsSitemap } from './news-sitemap.ts';
import { arabic, hostileText, readableText, sampleArticle } from './sample-feed.ts';

const now = new Date('2024-07-10T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 60 * 60 * 1000);

const read = (articles: readonly Article[]) => {
  const document = XmlDocument.fromString(
    newsSitemap(articles, { isNews: newsAt(now), homePath: '/' }),
  );
  return (path: string): string[] =>
    document
      .find(path, {
        s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        n: 'http://www.google.com/schemas/sitemap-news/0.9',
      })
      .map(({ content }) => content);
};

const site = 'https://gaza-palestine-news.example';

test('the stories of the last two days stand in it, newest first, whatever their edition', () => {
  const find = read([
    sampleArticle({ slug: 'old', publishedAt: hoursAgo(48) }),
    sampleArticle({ slug: 'yesterday', publishedAt: hoursAgo(47.9) }),
    sampleArticle({ slug: 'today', publishedAt: hoursAgo(1), edition: arabic }),
  ]);
  expect(find('//s:url[n:news]/s:loc')).toEqual([
    `${site}/ar/articles/today/`,
    `${site}/articles/yesterday/`,
  ]);
  expect(find('//s:loc')).toHaveLength(2);
  expect(find('//n:publication/n:name')).toEqual(['أخبار غزة وفلسطين', 'Gaza & Palestine News']);
  expect(find('//n:publication/n:language')).toEqual(['ar', 'en']);
});

test('a story has its headline as it is and the moment of its first publication', () => {
  const find = read([sampleArticle({ publishedAt: hoursAgo(30), updatedAt: hoursAgo(1) })]);
  expect(find('//n:title')).toEqual(['A harbour']);
  expect(find('//n:publication_date')).toEqual(['2024-07-09T06:00:00Z']);
});

test('an old story that was changed is no news', () => {
  const find = read([sampleArticle({ publishedAt: hoursAgo(60), updatedAt: hoursAgo(1) })]);
  expect(find('//n:news')).toEqual([]);
});

test('at most a thousand stories stand in it, the newest', () => {
  const many = Array.from({ length: 1001 }, (_, index) =>
    sampleArticle({ slug: `s${index}`, publishedAt: hoursAgo(index / 100) }),
  );
  const find = read(many);
  expect(find('//n:news')).toHaveLength(1000);
  expect(find('//s:loc')).not.toContain(`${site}/articles/s1000/`);
});

test('without fresh stories it holds the newest address, and does not call it news', () => {
  const find = read([
    sampleArticle({ slug: 'older', publishedAt: hoursAgo(500) }),
    sampleArticle({ slug: 'newest', publishedAt: hoursAgo(400) }),
  ]);
  expect(find('//s:loc')).toEqual([`${site}/articles/newest/`]);
  expect(find('//n:news')).toEqual([]);
});

test('without any story it holds the home page', () => {
  expect(read([])('//s:loc')).toEqual([`${site}/`]);
});

test('a hostile headline stays text', () => {
  expect(read([sampleArticle({ title: hostileText, publishedAt: now })])('//n:title')).toEqual([
    readableText,
  ]);
});
