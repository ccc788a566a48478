import { expect, inject, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const sites = inject('sites');

test.each([
  ['the fixture', sites.fixture, '/'],
  ['the fixture below a path', sites.below, '/news/'],
  ['the site itself', sites.launch, '/'],
])('in %s, every link and anchor has a target', (_name, site, base) => {
  expect(brokenLinks(site, base)).toEqual([]);
});

test('every file that is published is linked, but for the pages that are reached otherwise', () => {
  const linked = new Set(
    [
      '404.html ar/404.html favicon.svg feed.css index.html',
      'offline/list.json ar/offline/list.json sw.js',
    ].flatMap((row) => row.split(' ')),
  );
  for (const file of pagesOf(sites.launch)) {
    for (const { properties } of new OpenPage(sites.launch, `/${file}`).all(
      '[href^="/"], [src^="/"]',
    )) {
      const path = decodeURIComponent(String(properties.href ?? properties.src)).slice(1);
      linked.add(path.endsWith('/') ? `${path}index.html` : path);
    }
    // Whole addresses in the head: cards, and articles as Markdown.
    for (const { properties } of new OpenPage(sites.launch, `/${file}`).all(
      'meta[property="og:image"], link[type="text/markdown"]',
    )) {
      linked.add(new URL(String(properties.content ?? properties.href)).pathname.slice(1));
    }
  }
  // Hosts and programs ask for these by their names, and the search page's script for its index (test/search.test.ts).
  const wellKnown =
    /^(?:\.htaccess|_headers|_redirects|SHA256SUMS|build\.json|robots\.txt|llms\.txt|(?:news-)?sitemap[\w-]*\.xml|(?:ar\/)?search\/pagefind\/.*)$/;
  expect(
    filesOf(sites.launch).filter((file) => !linked.has(file) && !wellKnown.test(file)),
  ).toEqual([]);
});
