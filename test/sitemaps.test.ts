/** The sitemaps of the built sites: every page that may be indexed, and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';
import { OpenXml, schemaErrors } from './xml-files.ts';

const { launch, fixture, below } = inject('sites');
const own = 'https://gaza-palestine-news.example/';

interface Indexable {
  readonly address: string;
  /** "en https://…" for each language link. */
  readonly languages: readonly string[];
}

/** The pages that name themselves as canonical and do not forbid to be indexed. */
const indexablePages = (site: string, address: string): Indexable[] =>
  pagesOf(site).flatMap((file) => {
    const page = new OpenPage(site, `/${file}`);
    const [canonical] = page.all('link[rel=canonical]').map(({ properties }) => properties.href);
    const itself =
      address +
      file
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    const isForbidden = page.all('meta[name=robots][content*=noindex]').length > 0;
    if (canonical !== itself || isForbidden) return [];
    const languages = page
      .all('link[rel=alternate][hreflang]')
      .map(({ properties }) => `${String(properties.hrefLang)} ${String(properties.href)}`);
    return [{ address: itself, languages }];
  });

describe.each([
  ['the site itself', launch, own],
  ['the fixture', fixture, own],
  ['the fixture below a path', below, 'https://example.org/news/'],
])('in %s', (_name, site, address) => {
  const index = new OpenXml(site, 'sitemap.xml');
  const parts = index.texts('//s:loc').map((loc) => loc.slice(address.length));
  const sitemaps = parts.map((part) => new OpenXml(site, part));

  test('every file follows its schema', () => {
    expect(schemaErrors(index, 'sitemapIndex')).toBe('');
    for (const sitemap of [...sitemaps, new OpenXml(site, 'news-sitemap.xml')]) {
      expect(schemaErrors(sitemap, 'sitemap')).toBe('');
    }
  });

  test('the index names every part there is', () => {
    expect(index.texts('//s:loc').every((loc) => loc.startsWith(address))).toBe(true);
    expect(parts.toSorted()).toEqual(
      filesOf(site).filter((file) => /^sitemap-.*\.xml$/.test(file)),
    );
  });

  test('every page that may be indexed stands in it once, with the languages of its head', () => {
    const listed = sitemaps.flatMap(({ document }) =>
      document.find('//*[local-name()="url"]').map((node): Indexable => {
        const texts = (path: string) => node.find(path).map(({ content }) => content);
        const [languages, hrefs] = [texts('./*/@hreflang'), texts('./*/@href')];
        return {
          address: texts('./*[local-name()="loc"]').join(),
          languages: languages.map((language, at) => `${language} ${hrefs[at] ?? ''}`),
        };
      }),
    );
    const byAddress = (a: Indexable, b: Indexable) => (a.address < b.address ? -1 : 1);
    expect(listed.sort(byAddress)).toEqual(indexablePages(site, address).sort(byAddress));
  });

  test('robots.txt names both', () => {
    const text = readFileSync(join(site, 'robots.txt'), 'utf8');
    expect(text).toContain(`\nSitemap: ${address}sitemap.xml\n`);
    expect(text).toContain(`\nSitemap: ${address}news-sitemap.xml\n`);
  });
});

describe('lastmod', () => {
  const changes = new Map(
    filesOf(fixture)
      .filter((file) => /^sitemap-.*\.xml$/.test(file))
      .flatMap((file) => new OpenXml(fixture, file).document.find('//*[local-name()="url"]'))
      .map((node) => {
        const text = (name: string) => node.get(`./*[local-name()="${name}"]`)?.content;
        return [text('loc')?.slice(own.length), text('lastmod')] as const;
      }),
  );

  test.each([
    ['articles/everything/', '2024-07-10T05:00:00Z'],
    ['articles/plain/', '2024-07-01T06:00:00Z'],
    ['palestine-news/', '2024-07-10T05:00:00Z'],
    ['', '2024-07-20T06:00:00Z'],
    ['world/', '2024-07-20T06:00:00Z'],
    ['world/2/', '2023-02-06T12:00:00Z'],
    ['archive/2024/07/', '2024-07-20T06:00:00Z'],
    ['corrections/', '2024-07-10T05:00:00Z'],
    ['authors/ada/', '2024-07-10T05:00:00Z'],
    ['gaza-news/', undefined],
    ['feeds/', undefined],
    ['about/', '2024-01-01T00:00:00Z'],
  ])('of /%s is %s', (path, at) => {
    expect(changes.has(path)).toBe(true);
    expect(changes.get(path)).toBe(at);
  });
});

test('no redirect, no page that is not found and no file of another kind is listed', () => {
  const text = filesOf(fixture)
    .filter((file) => /sitemap.*\.xml$/.test(file))
    .map((file) => new OpenXml(fixture, file).text)
    .join('');
  expect(text).not.toMatch(/old-harbour|404\.html|example\/(?:ar\/)?404\b|rss\.xml|\.md</);
});

test('without a story of the last two days the news sitemap is not empty and claims no news', () => {
  const news = new OpenXml(fixture, 'news-sitemap.xml');
  expect(news.texts('//s:loc')).toEqual([`${own}articles/quiet/`]);
  expect(news.texts('//news:news')).toEqual([]);
});
