import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { Feed } from './feed.ts';
import { atom } from './feed-atom.ts';
import { arabic, hostileText, readableText, sampleFeed, sampleItem } from './sample-feed.ts';

const read = (feed: Feed) => {
  const document = XmlDocument.fromString(atom(feed));
  return (path: string): string[] =>
    document.find(path, { a: 'http://www.w3.org/2005/Atom' }).map(({ content }) => content);
};

test('a feed says what it is, where it stands, where it belongs and when it changed', () => {
  const find = read(sampleFeed({ edition: arabic }));
  expect(find('/a:feed/@xml:lang')).toEqual(['ar']);
  expect(find('/a:feed/a:id')).toEqual(['https://example.org/atom.xml']);
  expect(find('/a:feed/a:title')).toEqual(['News']);
  expect(find('/a:feed/a:updated')).toEqual(['2024-07-10T05:00:00Z']);
  expect(find('/a:feed/a:link[@rel="self"]/@href')).toEqual(['https://example.org/atom.xml']);
  expect(find('/a:feed/a:link[@rel="alternate"]/@href')).toEqual(['https://example.org/']);
});

test('an entry has its id, its times, its authors, its tags and its full text', () => {
  const find = read(sampleFeed());
  expect(find('//a:entry/a:id')).toEqual(['https://example.org/articles/harbour/']);
  expect(find('//a:entry/a:published')).toEqual(['2024-07-08T23:30:00Z']);
  expect(find('//a:entry/a:updated')).toEqual(['2024-07-10T05:00:00Z']);
  expect(find('//a:entry/a:author/a:name')).toEqual(['Ada Test']);
  expect(find('//a:entry/a:author/a:uri')).toEqual(['https://example.org/authors/ada/']);
  expect(find('//a:entry/a:category/@term')).toEqual(['World', 'ships']);
  expect(find('//a:entry/a:summary')).toEqual(['A harbour opens.']);
  expect(find('//a:entry/a:content[@type="html"]')).toEqual(['<p>Text</p>']);
});

test('a hub is named where there is one', () => {
  expect(read(sampleFeed())('//a:link[@rel="hub"]')).toEqual([]);
  expect(read(sampleFeed({ hub: 'https://hub.example/' }))('//a:link[@rel="hub"]/@href')).toEqual([
    'https://hub.example/',
  ]);
});

test('hostile text stays text', () => {
  const find = read(
    sampleFeed({
      title: hostileText,
      items: [
        sampleItem({
          title: hostileText,
          summary: hostileText,
          html: hostileText,
          authors: [{ name: hostileText, url: 'https://example.org/' }],
          tags: [hostileText],
        }),
      ],
    }),
  );
  for (const path of ['a:title', 'a:summary', 'a:content', 'a:author/a:name', 'a:category/@term']) {
    expect(find(`//a:entry/${path}`), path).toEqual([readableText]);
  }
});
