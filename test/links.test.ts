import { expect, inject, test } from 'vitest';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const sites = inject('sites');

/** Addresses and anchors on a page that lead nowhere, and own addresses written whole. */
function brokenLinks(site: string, base: string): string[] {
  const files = new Set(filesOf(site));
  const pages = new Map<string, { page: OpenPage; ids: Set<unknown> }>();
  const open = (file: string) => {
    const known = pages.get(file);
    if (known) return known;
    const page = new OpenPage(site, `/${file}`);
    const opened = {
      page,
      ids: new Set(page.all('[id]').map(({ properties }) => properties.id)),
    };
    pages.set(file, opened);
    return opened;
  };
  const broken: string[] = [];
  for (const file of pagesOf(site)) {
    const here = `https://site.example${base}${file.replace(/index\.html$/, '')}`;
    for (const element of open(file).page.all('[href], [src]')) {
      const { href, src, rel } = element.properties;
      const address = String(href ?? src);
      if (element.tagName === 'link' && /canonical|alternate/.test(String(rel))) continue;
      const url = new URL(address, here);
      if (url.host !== 'site.example') continue;
      const path = decodeURIComponent(url.pathname);
      const target = path.slice(base.length) + (path.endsWith('/') ? 'index.html' : '');
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!path.startsWith(base) || !files.has(target)) broken.push(`${file}: ${address}`);
      else if (anchor !== '' && !open(target).ids.has(anchor)) broken.push(`${file}: ${address}`);
    }
  }
  return broken;
}

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
  // Programs ask for these by their names, and the search page's script for its index (test/search.test.ts).
  const wellKnown =
    /^(?:robots\.txt|llms\.txt|(?:news-)?sitemap[\w-]*\.xml|(?:ar\/)?search\/pagefind\/.*)$/;
  expect(
    filesOf(sites.launch).filter((file) => !linked.has(file) && !wellKnown.test(file)),
  ).toEqual([]);
});
