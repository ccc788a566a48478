import { describe, expect, test, vi } from 'vitest';
import { type Edition, editions } from '#site.ts';
import {
  absolute,
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  correctionsPath,
  homePath,
  monthPath,
  pagePath,
  picturePath,
  publicFile,
  topicPath,
  topicsPath,
} from './urls.ts';

// Settings are read on import. Below a path, an address that forgets the path shows.
vi.hoisted(() => {
  process.env['SITE_URL'] = 'https://example.org/news';
});

const editionOf = (id: string): Edition => {
  const edition = editions.find((candidate) => candidate.id === id);
  if (!edition) throw new Error(`src/site.ts lists no edition "${id}".`);
  return edition;
};
const en = editionOf('en');
const ar = editionOf('ar');

describe('addresses stand below the path of SITE_URL and end in a slash', () => {
  test.each([
    ['the home page', homePath(en), '/news/'],
    ['an article', articlePath({ edition: en, slug: 'harbour' }), '/news/articles/harbour/'],
    ['a category', categoryPath(en, 'gaza-news'), '/news/gaza-news/'],
    ['all topics', topicsPath(en), '/news/topics/'],
    ['a topic', topicPath(en, 'Polio'), '/news/topics/polio/'],
    ['an author', authorPath(en, 'ada'), '/news/authors/ada/'],
    ['the archive', archivePath(en), '/news/archive/'],
    ['a month', monthPath(en, { year: '2024', month: '07' }), '/news/archive/2024/07/'],
    ['the corrections', correctionsPath(en), '/news/corrections/'],
    ['a page that editors wrote', pagePath(en, 'about'), '/news/about/'],
  ])('%s: %s', (_what, path, expected) => {
    expect(path).toBe(expected);
  });
});

describe('the Arabic edition has the same tree in its folder', () => {
  test.each([
    ['the home page', homePath(ar), '/news/ar/'],
    ['an article', articlePath({ edition: ar, slug: 'harbour' }), '/news/ar/articles/harbour/'],
    ['a category', categoryPath(ar, 'gaza-news', 3), '/news/ar/gaza-news/3/'],
    ['all topics', topicsPath(ar), '/news/ar/topics/'],
    ['a topic', topicPath(ar, 'Polio', 3), '/news/ar/topics/polio/3/'],
    ['an author', authorPath(ar, 'ada', 3), '/news/ar/authors/ada/3/'],
    ['the archive', archivePath(ar), '/news/ar/archive/'],
    ['a month', monthPath(ar, { year: '2024', month: '07' }), '/news/ar/archive/2024/07/'],
    ['the corrections', correctionsPath(ar), '/news/ar/corrections/'],
    ['a page that editors wrote', pagePath(ar, 'about'), '/news/ar/about/'],
  ])('%s: %s', (_what, path, expected) => {
    expect(path).toBe(expected);
  });
});

describe('a list', () => {
  const lists: [string, (page?: number) => string, string][] = [
    ['a category', (page) => categoryPath(en, 'world', page), '/news/world/'],
    ['a topic', (page) => topicPath(en, 'Polio', page), '/news/topics/polio/'],
    ['an author', (page) => authorPath(en, 'ada', page), '/news/authors/ada/'],
  ];

  test.each(lists)('%s: its first page stands at its own address', (_what, pathOf, address) => {
    expect(pathOf()).toBe(address);
    expect(pathOf(1)).toBe(address);
  });

  test.each(lists)('%s: its other pages stand below by number', (_what, pathOf, address) => {
    expect(pathOf(2)).toBe(`${address}2/`);
    expect(pathOf(10)).toBe(`${address}10/`);
  });
});

describe('signs with a meaning in addresses', () => {
  test.each([
    ['a/b', '/news/a%2Fb/'],
    ['a?b#c', '/news/a%3Fb%23c/'],
    ['100%', '/news/100%25/'],
    ['a b', '/news/a%20b/'],
    ['عن', '/news/%D8%B9%D9%86/'],
  ])('cannot break out of their segment: %s', (name, path) => {
    expect(pagePath(en, name)).toBe(path);
  });
});

describe('files', () => {
  test('a picture stands in one folder for all editions, without a slash at its end', () => {
    expect(picturePath({ file: 'map.0123456789.svg' })).toBe('/news/pictures/map.0123456789.svg');
  });

  test('a public file stands directly below the path of SITE_URL', () => {
    expect(publicFile('favicon.svg')).toBe('/news/favicon.svg');
  });
});

describe('absolute', () => {
  test.each([
    ['the home page', homePath(en), 'https://example.org/news/'],
    [
      'an Arabic topic',
      topicPath(ar, 'القدس'),
      'https://example.org/news/ar/topics/%D8%A7%D9%84%D9%82%D8%AF%D8%B3/',
    ],
    ['a picture', picturePath({ file: 'a.svg' }), 'https://example.org/news/pictures/a.svg'],
  ])('makes a path whole, without repeating its beginning: %s', (_what, path, expected) => {
    expect(absolute(path)).toBe(expected);
  });
});

test('a topic’s address is percent-encoded when it is not ASCII', () => {
  expect(topicPath(ar, 'القدس', 2)).toBe('/news/ar/topics/%D8%A7%D9%84%D9%82%D8%AF%D8%B3/2/');
});
