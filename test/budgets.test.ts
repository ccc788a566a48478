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

test('scripts stand on article and search pages only, and a reader loads at most so much of them', () => {
  const withScripts = pagesOf(launch).filter(
    (file) => new OpenPage(launch, `/${file}`).all('script[src]').length > 0,
  );
  for (const file of withScripts) expect(file).toMatch(/^(?:ar\/)?(?:articles|search)\//);
  const own = (page: string) =>
    new OpenPage(launch, page)
      .all('script[src]')
      .reduce((sum, { properties }) => sum + weigh(launch, String(properties.src)), 0);
  expect(own('/articles/modi-moscow-visit-july-2024/')).toBeLessThanOrEqual(1000);
  expect(own('/search/')).toBeLessThanOrEqual(3000);
  const program = filesOf(launch).filter((file) =>
    /^search\/pagefind\/(?:pagefind|wasm)/.test(file),
  );
  expect(program).toHaveLength(4);
  expect(program.reduce((sum, file) => sum + weigh(launch, file), 0)).toBeLessThanOrEqual(75_000);
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
