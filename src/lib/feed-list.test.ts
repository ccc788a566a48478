import { describe, expect, test } from 'vitest';
import { describeList, feedLinks, feedLists, feedPlace, feedTitle } from './feed-list.ts';
import { arabic, english } from './sample-feed.ts';

const words = { corrections: 'Corrections', correctionsDescription: 'What was wrong.' };

test('a feed stands at the place of its list, the root included', () => {
  expect(feedLists.map((list) => feedPlace(english, list))).toEqual([
    undefined,
    'gaza-news',
    'palestine-news',
    'world',
    'corrections',
  ]);
  expect(feedPlace(arabic, undefined)).toBe('ar');
  expect(feedPlace(arabic, 'corrections')).toBe('ar/corrections');
});

describe('a list', () => {
  test('of an edition belongs to its home page and has its name', () => {
    expect(describeList(english, undefined, words)).toMatchObject({
      name: english.siteName,
      description: english.tagline,
      path: '/',
    });
    expect(feedTitle(english, undefined, words)).toBe('Gaza & Palestine News');
  });

  test('of a category belongs to its page and names the site too', () => {
    expect(describeList(arabic, 'world', words).path).toBe('/ar/world/');
    expect(feedTitle(english, 'world', words)).toBe('World – Gaza & Palestine News');
  });

  test('of corrections belongs to their page', () => {
    expect(describeList(english, 'corrections', words)).toEqual({
      name: 'Corrections',
      description: 'What was wrong.',
      path: '/corrections/',
    });
  });
});

test('a page announces three forms of its feed, each by its type and its own title', () => {
  expect(feedLinks(arabic, 'world', words)).toEqual([
    {
      type: 'application/rss+xml',
      path: '/ar/world/rss.xml',
      title: 'العالم – أخبار غزة وفلسطين (RSS)',
    },
    {
      type: 'application/atom+xml',
      path: '/ar/world/atom.xml',
      title: 'العالم – أخبار غزة وفلسطين (Atom)',
    },
    {
      type: 'application/feed+json',
      path: '/ar/world/feed.json',
      title: 'العالم – أخبار غزة وفلسطين (JSON Feed)',
    },
  ]);
});
