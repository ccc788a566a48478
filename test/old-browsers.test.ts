/** What a browser that was last updated years ago, or that shows text only, makes of a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { OpenPage, pagesOf } from './site-files.ts';

const { fixture } = inject('sites');

const styles = pagesOf(fixture).map((file) => {
  const html = readFileSync(join(fixture, file), 'utf8');
  return {
    file,
    css: [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join(''),
  };
});

describe('styles of no page hold what would be dropped with all that stands in it or beside it', () => {
  test.each<[what: string, since: string, pattern: RegExp]>([
    ['cascade layers', '2022', /@layer/],
    ['nesting', '2023', /[{;}]\s*&/],
    [':is() and :where()', '2021', /:(?:is|where)\(/],
    [':has()', '2023', /:has\(/],
    ['light-dark()', '2024', /light-dark\(/],
    ['media queries with < and >', '2022', /@media[^{]*[<>]/],
    ['units of the writing direction', '2022', /\dv[ib]\b/],
    [
      'shorthands of the writing direction',
      '2020',
      /[{;](?:margin|padding|border|inset)-(?:inline|block):/,
    ],
    ['mixed and perceptual colours', '2023', /color-mix\(|oklch\(/],
  ])('%s, in browsers since %s', (_what, _since, pattern) => {
    expect(styles.filter(({ css }) => pattern.test(css)).map(({ file }) => file)).toEqual([]);
  });
});

test('type has one size on a telephone that is turned, by the name that iOS knows', () => {
  const without = styles.filter(
    ({ css }) => css !== '' && !css.includes('-webkit-text-size-adjust:none'),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});

/** The scripts that a page loads, as they are served. */
const scriptsOf = (file: string): string =>
  [...readFileSync(join(fixture, file), 'utf8').matchAll(/<script type="module" src="([^"]+)"/g)]
    .map(([, src = '']) => readFileSync(join(fixture, src), 'utf8'))
    .join('\n');

test('reading without a network asks for nothing that browsers with a worker may not have', () => {
  const scripts = scriptsOf('offline/index.html');
  expect(scripts).toContain('caches');
  // Chrome before 85 and 86, Firefox before 77 and 78, Safari before 13.1 and 14.
  expect(scripts).not.toMatch(/replaceAll|replaceChildren|structuredClone|\.at\(|\/s\b/);
});

test('the search looks behind nothing, which would be an error in Safari before 16.4', () => {
  const scripts = scriptsOf('search/index.html');
  expect(scripts).toContain('Script=Arabic');
  expect(scripts).not.toMatch(/\(\?<[=!]/);
  expect(readFileSync(join(fixture, 'search/pagefind/pagefind.js'), 'utf8')).not.toMatch(
    /\(\?<[=!]/,
  );
});

test('short things stand apart without the gap of a flex box, in browsers since 2021', () => {
  const flexible = /[^{}]*\{[^{}]*display:(?:inline-)?flex[^{}]*\}/g;
  for (const file of ['index.html', 'world/2/index.html', 'articles/everything/index.html']) {
    const css = styles.find((style) => style.file === file)?.css ?? '';
    const rules = css.match(flexible) ?? [];
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.filter((rule) => /[{;](?:row-|column-)?gap:/.test(rule))).toEqual([]);
  }
});

test('global styles come before those of components, which win over them', () => {
  for (const { file, css } of styles) {
    if (/^(?:ar\/)?text\//.test(file)) continue;
    const components = css.indexOf('[data-astro-cid');
    if (components !== -1) expect(css.slice(0, components), file).toContain(':root{');
  }
});

/** What text browsers show first to last. */
const readingOrder = (page: OpenPage): string => page.text('body');

test.each(pagesOf(fixture).filter((file) => !/old-harbour|harbour-news/.test(file)))(
  '%s reads from the way to the content over the site’s name to the headline, and then the foot',
  (file) => {
    const page = new OpenPage(fixture, `/${file}`);
    const text = readingOrder(page);
    const places = [
      'body > a',
      'body > header p a',
      'body > header nav',
      'h1',
      'body > footer',
    ].map((selector) => page.text(selector));
    let from = 0;
    for (const place of places) {
      const found = text.indexOf(place, from);
      expect(found, place).toBeGreaterThanOrEqual(from);
      from = found + place.length;
    }
    expect(from).toBe(text.length);
  },
);
