import { expect, test, vi } from 'vitest';
import { readSearch } from '#lib/search-address.ts';
import { editions } from '#site.ts';
import { organization, website } from './organization.ts';

vi.hoisted(() => {
  process.env['SITE_URL'] = 'https://example.org/news';
});

const [en, ar] = editions;
if (!en || !ar) throw new Error('Two editions are needed.');

const frame = (slugs: string[], edition = en) => ({
  edition,
  pages: slugs.map((slug) => ({ slug, title: slug })),
});

test('the publisher is one in all editions, under each edition’s name for it', () => {
  const [english, arabic] = [organization(frame([])), organization(frame([], ar))];
  expect(english['@id']).toBe('https://example.org/news/#organization');
  expect(arabic).toMatchObject({
    '@type': 'NewsMediaOrganization',
    '@id': english['@id'],
    url: 'https://example.org/news/',
    name: ar.siteName,
    alternateName: [en.siteName],
  });
  expect(english.name).toBe(en.siteName);
});

test('the policies that have a page are named, and no others', () => {
  const named = organization(
    frame(['about', 'corrections-policy', 'ethics-policy', 'privacy'], ar),
  );
  expect(named).toMatchObject({
    correctionsPolicy: 'https://example.org/news/ar/corrections-policy/',
    ethicsPolicy: 'https://example.org/news/ar/ethics-policy/',
  });
  const claims = (data: object) =>
    Object.keys(data).filter((name) => /polic|principle/i.test(name));
  expect(claims(named)).toHaveLength(2);
  expect(claims(organization(frame(['about', 'privacy'])))).toEqual([]);
});

test('each edition is a site of its own by the same publisher', () => {
  expect(website(ar)).toMatchObject({
    '@type': 'WebSite',
    '@id': 'https://example.org/news/ar/#website',
    url: 'https://example.org/news/ar/',
    inLanguage: 'ar',
    publisher: { '@id': 'https://example.org/news/#organization' },
  });
  expect(website(en)['@id']).toBe('https://example.org/news/#website');
});

test('its search leads to the page of its edition, which understands it', () => {
  const urlTemplate = 'https://example.org/news/ar/search/?q={search_term_string}';
  expect(website(ar).potentialAction).toEqual({
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate },
    'query-input': 'required name=search_term_string',
  });
  const address = urlTemplate.replace('{search_term_string}', encodeURIComponent('زيت الزيتون'));
  expect(readSearch(address).query).toBe('زيت الزيتون');
});
