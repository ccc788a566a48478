import { expect, test } from 'vitest';
import type { Feed } from './feed.ts';
import { jsonFeed } from './feed-json.ts';
import { hostileText, sampleFeed, sampleItem } from './sample-feed.ts';

const read = (feed: Feed) => JSON.parse(jsonFeed(feed)) as Record<string, unknown>;

test('a feed has the fields of version 1.1', () => {
  expect(read(sampleFeed())).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    home_page_url: 'https://example.org/',
    feed_url: 'https://example.org/feed.json',
    description: 'All the news.',
    user_comment: 'A feed.',
    language: 'en',
    authors: [{ name: 'Gaza & Palestine News', url: 'https://example.org/' }],
    items: [
      {
        id: 'https://example.org/articles/harbour/',
        url: 'https://example.org/articles/harbour/',
        title: 'A harbour',
        summary: 'A harbour opens.',
        content_html: '<p>Text</p>',
        date_published: '2024-07-08T23:30:00Z',
        date_modified: '2024-07-10T05:00:00Z',
        authors: [{ name: 'Ada Test', url: 'https://example.org/authors/ada/' }],
        tags: ['World', 'ships'],
      },
    ],
  });
});

test('a picture and a hub are named where there is one', () => {
  const image = 'https://example.org/pictures/ships.svg';
  const feed = sampleFeed({ hub: 'https://hub.example/', items: [sampleItem({ image })] });
  expect(read(feed)).toMatchObject({
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [{ image }],
  });
});

test('hostile text arrives as it was written', () => {
  const { items } = read(sampleFeed({ items: [sampleItem({ title: hostileText })] }));
  expect(items).toMatchObject([{ title: hostileText }]);
});
