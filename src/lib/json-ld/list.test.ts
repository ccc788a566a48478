import { expect, test, vi } from 'vitest';
import type { Article } from '#lib/article.ts';
import { editions } from '#site.ts';
import { breadcrumbs, collectionPage, editedPage, itemList, profilePage } from './list.ts';

vi.hoisted(() => {
  process.env['SITE_URL'] = 'https://example.org/news';
});

const [en, ar] = editions;
if (!en || !ar) throw new Error('Two editions are needed.');

const article = (slug: string) => ({ edition: ar, slug, title: `On ${slug}` }) as Article;
const facts = {
  edition: ar,
  name: 'Ships',
  description: 'On ships.',
  path: '/news/ar/topics/ships/',
};
const ownFacts = {
  url: 'https://example.org/news/ar/topics/ships/',
  name: 'Ships',
  description: 'On ships.',
  inLanguage: 'ar',
  isPartOf: { '@id': 'https://example.org/news/ar/#website' },
};

test('the way to a page begins at the front page of its edition', () => {
  expect(breadcrumbs(ar, [{ name: 'Topics', path: '/news/ar/topics/' }])).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: ar.siteName, item: 'https://example.org/news/ar/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'Topics',
        item: 'https://example.org/news/ar/topics/',
      },
    ],
  });
});

test('a list names its stories in its order', () => {
  expect(itemList([article('b'), article('a')]).itemListElement).toEqual([
    {
      '@type': 'ListItem',
      position: 1,
      name: 'On b',
      url: 'https://example.org/news/ar/articles/b/',
    },
    {
      '@type': 'ListItem',
      position: 2,
      name: 'On a',
      url: 'https://example.org/news/ar/articles/a/',
    },
  ]);
});

test('a page of a list is a collection of its stories', () => {
  expect(collectionPage(facts, [article('a')])).toEqual({
    '@type': 'CollectionPage',
    ...ownFacts,
    mainEntity: itemList([article('a')]),
  });
});

test('the page of an author is about the author', () => {
  const author = { id: 'desk', name: 'Desk', kind: 'organization', bioHtml: '' } as const;
  expect(profilePage(facts, author)).toEqual({
    '@type': 'ProfilePage',
    ...ownFacts,
    mainEntity: {
      '@type': 'Organization',
      name: 'Desk',
      url: 'https://example.org/news/ar/authors/desk/',
    },
  });
});

test('a page about the site is one, another page is a page, with its last change', () => {
  const page = { slug: 'about', title: 'About', description: 'On us.', html: '' };
  expect(editedPage(en, page)).toMatchObject({
    '@type': 'AboutPage',
    url: 'https://example.org/news/about/',
    name: 'About',
  });
  expect(editedPage(en, page)).not.toHaveProperty('dateModified');
  const updatedAt = new Date('2024-12-31T09:00:00Z');
  expect(editedPage(en, { ...page, slug: 'privacy', updatedAt })).toMatchObject({
    '@type': 'WebPage',
    dateModified: '2024-12-31T11:00:00+02:00',
  });
});
