import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Feed } from './feed.ts';
import { rss } from './feed-rss.ts';
import { hostileText, readableText, sampleFeed, sampleItem } from './sample-feed.ts';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

const read = (feed: Feed) => {
  const document = XmlDocument.fromString(rss(feed));
  return (path: string): string[] => document.find(path, namespaces).map(({ content }) => content);
};

test('a channel says what it is, where it belongs and when it changed', () => {
  const find = read(sampleFeed());
  expect(find('/rss/@version')).toEqual(['2.0']);
  expect(find('/rss/channel/title')).toEqual(['News']);
  expect(find('/rss/channel/link')).toEqual(['https://example.org/']);
  expect(find('/rss/channel/description')).toEqual(['All the news.']);
  expect(find('/rss/channel/language')).toEqual(['en']);
  expect(find('/rss/channel/lastBuildDate')).toEqual(['Wed, 10 Jul 2024 05:00:00 GMT']);
  expect(find('/rss/channel/atom:link[@rel="self"]/@href')).toEqual([
    'https://example.org/rss.xml',
  ]);
});

test('an item has its first publication, its authors, its tags and its full text', () => {
  const authors = [
    { name: 'Ada', url: 'https://example.org/a/' },
    { name: 'Ben', url: 'https://example.org/b/' },
  ];
  const find = read(sampleFeed({ items: [sampleItem({ authors })] }));
  expect(find('//item/title')).toEqual(['A harbour']);
  expect(find('//item/link')).toEqual(['https://example.org/articles/harbour/']);
  expect(find('//item/pubDate')).toEqual(['Mon, 08 Jul 2024 23:30:00 GMT']);
  expect(find('//item/dc:creator')).toEqual(['Ada', 'Ben']);
  expect(find('//item/category')).toEqual(['World', 'ships']);
  expect(find('//item/description')).toEqual(['A harbour opens.']);
  expect(find('//item/content:encoded')).toEqual(['<p>Text</p>']);
});

test('a guid is a permalink as long as the story has kept its address', () => {
  expect(read(sampleFeed())('//guid/@isPermaLink')).toEqual(['true']);
  const moved = sampleItem({ url: 'https://example.org/articles/port/' });
  const find = read(sampleFeed({ items: [moved] }));
  expect(find('//guid/@isPermaLink')).toEqual(['false']);
  expect(find('//guid')).toEqual(['https://example.org/articles/harbour/']);
});

test('a hub is named where there is one', () => {
  expect(read(sampleFeed())('//atom:link[@rel="hub"]')).toEqual([]);
  expect(
    read(sampleFeed({ hub: 'https://hub.example/' }))('//atom:link[@rel="hub"]/@href'),
  ).toEqual(['https://hub.example/']);
});

test('without stories there is no date of change', () => {
  expect(read(sampleFeed({ items: [] }))('//lastBuildDate')).toEqual([]);
});

describe('hostile text', () => {
  const find = read(
    sampleFeed({
      title: hostileText,
      description: hostileText,
      items: [
        sampleItem({
          title: hostileText,
          summary: hostileText,
          html: hostileText,
          tags: [hostileText],
          authors: [{ name: hostileText, url: 'https://example.org/' }],
        }),
      ],
    }),
  );

  test.each([
    '/rss/channel/title',
    '//item/title',
    '//item/dc:creator',
    '//item/category',
    '//item/content:encoded',
    '//item/xhtml:a',
  ])('stays text in %s', (path) => {
    expect(find(path)).toEqual([readableText]);
  });

  // A description is HTML: https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt
  test('is text in a description once that has been read as HTML', () => {
    for (const path of ['/rss/channel/description', '//item/description']) {
      expect(find(path)).toEqual([
        `]]> &#x3C;script>alert("1")&#x3C;/script> &#x3C;/title> &#x26;amp; & '  -->`,
      ]);
    }
  });
});
