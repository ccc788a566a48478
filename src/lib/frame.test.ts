import { describe, expect, test } from 'vitest';
import { editions } from '#site.ts';
import { alternatesOf, languageLinks } from './frame.ts';

const [english, arabic] = editions;
if (!english || !arabic) throw new Error('These tests want two editions.');

describe('the way to other editions', () => {
  test('leads to the twin where there is one', () => {
    expect(alternatesOf(english, () => '/ar/about/')).toEqual([
      { edition: arabic, path: '/ar/about/', isTwin: true },
    ]);
  });

  test('leads home where there is none, or to what is nearer', () => {
    const none = () => undefined;
    expect(alternatesOf(arabic, none)).toEqual([{ edition: english, path: '/', isTwin: false }]);
    expect(alternatesOf(arabic, none, () => '/topics/')).toEqual([
      { edition: english, path: '/topics/', isTwin: false },
    ]);
  });
});

describe('language links', () => {
  const links = [
    { hreflang: 'en', path: '/about/' },
    { hreflang: 'ar', path: '/ar/about/' },
    { hreflang: 'x-default', path: '/about/' },
  ];

  test('are the same on every twin, with the first edition for everybody else', () => {
    expect(
      languageLinks(
        english,
        '/about/',
        alternatesOf(english, () => '/ar/about/'),
      ),
    ).toEqual(links);
    expect(
      languageLinks(
        arabic,
        '/ar/about/',
        alternatesOf(arabic, () => '/about/'),
      ),
    ).toEqual(links);
  });

  test('are none for a page without a twin', () => {
    expect(
      languageLinks(
        english,
        '/about/',
        alternatesOf(english, () => undefined),
      ),
    ).toEqual([]);
  });
});
