import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const { launch, fixture } = inject('sites');

const weigh = (site: string, file: string): number =>
  brotliCompressSync(readFileSync(join(site, file))).length;

/** Bytes with brotli, all that is needed to read the text. One round trip carries about 14 kB (RFC 6928). */
const budgets: [kind: string, pattern: RegExp, bytes: number][] = [
  ['a page of the text edition', /^(?:ar\/)?text\/(?!articles)/, 5_000],
  ['an article of the text edition', /^(?:ar\/)?text\//, 8_000],
  ['an article', /^(?:ar\/)?articles\//, 11_500],
  ['the home page', /^(?:ar\/)?index\.html$/, 8_000],
  ['every other page', /./, 6_500],
];

test.each(pagesOf(launch))('%s keeps to the budget of its kind', (file) => {
  const [, , budget = 0] = budgets.find(([, pattern]) => pattern.test(file)) ?? [];
  expect(weigh(launch, file)).toBeLessThanOrEqual(budget);
});

test.each([
  ['text/index.html', 5_000],
  ['ar/text/index.html', 5_000],
  ['text/articles/modi-moscow-visit-july-2024/index.html', 10_000],
  ['ar/text/articles/modi-moscow-visit-july-2024/index.html', 10_000],
])('%s has at most %i bytes with gzip, too', (file, bytes) => {
  expect(gzipSync(readFileSync(join(launch, file))).length).toBeLessThanOrEqual(bytes);
});

test.each(['world/index.html', 'world/2/index.html', 'ar/world/index.html'])(
  '%s, a list with as many stories as fit a page, keeps to the budget',
  (file) => {
    expect(weigh(fixture, file)).toBeLessThanOrEqual(6_500);
  },
);

test('no page asks for a style sheet, a script or a font before its text can be painted', () => {
  const blocking =
    'link[rel=stylesheet], link[rel=preload], script:not([type=module][src], [type="application/ld+json"])';
  for (const file of pagesOf(launch)) {
    const page = new OpenPage(launch, `/${file}`);
    expect(page.all(blocking), file).toEqual([]);
    expect(page.html, file).not.toMatch(/@import|@font-face/);
  }
});

test('the text edition loads no script, and the other pages at most so much of them', () => {
  const texts = pagesOf(launch).filter((file) => /^(?:ar\/)?text\//.test(file));
  expect(texts.length).toBeGreaterThan(20);
  for (const file of texts) {
    expect(new OpenPage(launch, `/${file}`).all('script[src]'), file).toEqual([]);
  }
  const own = (page: string) =>
    new OpenPage(launch, page)
      .all('script[src]')
      .reduce((sum, { properties }) => sum + weigh(launch, String(properties.src)), 0);
  expect(own('/')).toBeLessThanOrEqual(920);
  expect(own('/articles/modi-moscow-visit-july-2024/')).toBeLessThanOrEqual(1240);
  expect(own('/offline/')).toBeLessThanOrEqual(1950);
  expect(own('/search/')).toBeLessThanOrEqual(3770);
  const program = filesOf(launch).filter((file) =>
    /^search\/pagefind\/(?:pagefind|wasm)/.test(file),
  );
  expect(program).toHaveLength(4);
  expect(program.reduce((sum, file) => sum + weigh(launch, file), 0)).toBeLessThanOrEqual(75_000);
});

test.each([
  ['the fixture', fixture, 'offline/list.json', 45],
  ['its Arabic edition', fixture, 'ar/offline/list.json', 21],
  ['the site itself', launch, 'offline/list.json', 12],
  ['its Arabic edition', launch, 'ar/offline/list.json', 8],
])('the newest stories that a device fetches ahead cost it 150 kB: %s', (_, site, file, least) => {
  const { newest } = JSON.parse(readFileSync(join(site, file), 'utf8')) as { newest: string[] };
  const sizes = newest.map((path) => {
    const page = readFileSync(join(site, path.replace(/\?.*/, ''), 'index.html'));
    return gzipSync(page).length;
  });
  expect(sizes.length).toBeGreaterThanOrEqual(least);
  // Some per cent more than the build counts: src/build/offline-list.ts.
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(155_000);
});

test('what a device fetches ahead besides the stories costs it at most 6.9 kB', () => {
  const { always } = JSON.parse(readFileSync(join(launch, 'offline/list.json'), 'utf8')) as {
    always: string[];
  };
  const pages = always.map((path) => path.replace(/\/\?.*/, '/index.html'));
  const sizes = ['sw.js', 'offline/list.json', ...pages].map((file) => weigh(launch, file));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(6_900);
});

test('a launch picture weighs at most 12 kB', () => {
  const pictures = new Set(
    pagesOf(launch).flatMap((file) =>
      new OpenPage(launch, `/${file}`).all('img').map(({ properties }) => String(properties.src)),
    ),
  );
  expect(pictures.size).toBeGreaterThanOrEqual(12);
  for (const picture of pictures) {
    expect(readFileSync(join(launch, picture)).length, picture).toBeLessThanOrEqual(12_000);
  }
});
