/**
 * What screen readers say of each kind of page, on the fixture, word for word: test/spoken/<edition>/<page>.txt.
 * A line is what is said at once, with roles in brackets; what stands in something is indented below it. (Between
 * parts that stand apart on the screen alone, no space is written.) Whoever changes a page reads the difference
 * aloud, as those hear it who cannot look back at the screen, and changes the file by hand.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';
import { listen } from './spoken.ts';
import { linesOf } from './spoken-lines.ts';

let browser: Browser;
let context: BrowserContext;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(inject('sites').fixture)]);
  context = await browser.newContext({ serviceWorkers: 'block' });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const pages = {
  home: '/',
  category: '/palestine-news/',
  'empty-category': '/gaza-news/',
  'last-of-list': '/world/3/',
  article: '/articles/everything/',
  'article-with-photographs': '/articles/closed/',
  'article-with-sensitive-picture': '/articles/quiet/',
  topics: '/topics/',
  topic: '/topics/olive-oil/',
  author: '/authors/ada/',
  archive: '/archive/',
  month: '/archive/2024/07/',
  corrections: '/corrections/',
  search: '/search/',
  feeds: '/feeds/',
  editions: '/editions/',
  page: '/about/',
  'not-found': '/404.html',
  'text-home': '/text/',
  'text-category': '/text/palestine-news/',
  'text-last-of-list': '/text/world/3/',
  'text-article': '/text/articles/everything/',
  'text-article-with-sensitive-picture': '/text/articles/quiet/',
};

const pagesInArabic = {
  home: '/ar/',
  category: '/ar/palestine-news/',
  'last-of-list': '/ar/world/2/',
  article: '/ar/articles/everything/',
  'article-with-photograph': '/ar/articles/only-arabic/',
  topics: '/ar/topics/',
  author: '/ar/authors/ada/',
  archive: '/ar/archive/',
  month: '/ar/archive/2024/07/',
  corrections: '/ar/corrections/',
  search: '/ar/search/',
  feeds: '/ar/feeds/',
  'not-found': '/ar/404.html',
  'text-home': '/ar/text/',
  'text-article': '/ar/text/articles/everything/',
};

const readLines = (edition: string, name: string): string[] =>
  readFileSync(join(import.meta.dirname, 'spoken', edition, `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => included(edition, line));

/** "{head, at World}" stands for all lines of head.txt, where the link World is that to the page itself. */
function included(edition: string, line: string): string[] {
  const [, indent = '', name, how, link = ''] =
    /^( *)\{([a-z-]+)(?:, (at|in) (.+))?\}$/.exec(line) ?? [];
  if (name === undefined) return [line];
  const current = how === 'at' ? 'current page' : 'current true';
  return readLines(edition, name).map(
    (each) =>
      `${indent}${link === '' ? each : each.replace(`[link ${link}]`, `[link ${link}, ${current}]`)}`,
  );
}

describe.each([
  ['en', pages],
  ['ar', pagesInArabic],
] as const)('in edition %s', (edition, addresses) => {
  test.each(Object.entries(addresses))(
    'the page "%s" says what it should',
    async (name, address) => {
      const page = await context.newPage();
      await page.goto(server.origin + address);
      const said = linesOf(await listen(page));
      // Safari, of which there is none here, hears no list where it sees no marks, but in a navigation.
      const unmarked = await page.evaluate(() =>
        [...document.querySelectorAll('ul, ol')]
          .filter((list) => getComputedStyle(list).listStyleType === 'none')
          .filter((list) => list.role !== 'list' && !list.closest('nav'))
          .map((list) => list.outerHTML),
      );
      await page.close();
      expect(unmarked).toEqual([]);
      expect(said).toEqual(readLines(edition, name));
    },
  );
});
