import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { pagesPerPart, sitemap, sitemapIndex, type SitemapPage, splitPart } from './sitemap.ts';

const namespaces = {
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

const read = (xml: string) => {
  const document = XmlDocument.fromString(xml);
  return (path: string): string[] => document.find(path, namespaces).map(({ content }) => content);
};

const page = (path: string, fields: Partial<SitemapPage> = {}): SitemapPage => ({
  path,
  links: [],
  ...fields,
});

const site = 'https://gaza-palestine-news.example';

test('a page stands with its whole address, its last change and its languages', () => {
  const find = read(
    sitemap({
      name: 'en',
      pages: [
        page('/about/', {
          changedAt: new Date('2024-07-08T09:00:00Z'),
          links: [
            { hreflang: 'en', path: '/about/' },
            { hreflang: 'ar', path: '/ar/about/' },
          ],
        }),
      ],
    }),
  );
  expect(find('//s:loc')).toEqual([`${site}/about/`]);
  expect(find('//s:lastmod')).toEqual(['2024-07-08T09:00:00Z']);
  expect(find('//xhtml:link[@rel="alternate"]/@hreflang')).toEqual(['en', 'ar']);
  expect(find('//xhtml:link/@href')).toEqual([`${site}/about/`, `${site}/ar/about/`]);
});

test('a page of which nobody knows when it changed claims no date', () => {
  expect(read(sitemap({ name: 'en', pages: [page('/feeds/')] }))('//s:lastmod')).toEqual([]);
});

test('the index names each part, with the newest change in it', () => {
  const day = (number: number) => new Date(Date.UTC(2024, 6, number));
  const find = read(
    sitemapIndex([
      {
        name: 'en',
        pages: [
          page('/a/', { changedAt: day(2) }),
          page('/b/', { changedAt: day(3) }),
          page('/c/'),
        ],
      },
      { name: 'en-2024', pages: [page('/d/')] },
    ]),
  );
  expect(find('//s:loc')).toEqual([`${site}/sitemap-en.xml`, `${site}/sitemap-en-2024.xml`]);
  expect(find('//s:lastmod')).toEqual(['2024-07-03T00:00:00Z']);
});

describe('a part that is too long', () => {
  const pages = ['/a/', '/b/', '/c/', '/d/', '/e/'].map((path) => page(path));
  const split = (count: number) =>
    splitPart({ name: 'en-2024', pages: pages.slice(0, count) }, 2).map((part) => [
      part.name,
      part.pages.map(({ path }) => path).join(''),
    ]);

  test('becomes several, and one more page changes the last only', () => {
    expect(split(4)).toEqual([
      ['en-2024', '/a//b/'],
      ['en-2024-2', '/c//d/'],
    ]);
    expect(split(5)).toEqual([...split(4), ['en-2024-3', '/e/']]);
  });

  test('stays far below 50,000 addresses and below 50 MB, whatever the addresses', () => {
    const long = `/${'x'.repeat(1000)}/`;
    const links = ['en', 'ar', 'x-default'].map((hreflang) => ({ hreflang, path: long }));
    const changedAt = new Date(0);
    const one = sitemap({ name: 'en', pages: [page(long, { links, changedAt })] });
    expect(pagesPerPart).toBeLessThan(50_000);
    expect(pagesPerPart * one.length).toBeLessThan(50_000_000);
  });
});
