import { expect, test } from 'vitest';
import { changesBetween, formatChanges } from './what-changed.ts';

const templates = new Map([
  ['articles/a/index.html', 'src/pages/[...edition]/articles/[slug].astro'],
  ['articles/b/index.html', 'src/pages/[...edition]/articles/[slug].astro'],
  ['text/articles/a/index.html', 'src/pages/[...edition]/text/articles/[slug].astro'],
  ['world/index.html', 'src/pages/[...edition]/[category]/[...page].astro'],
  ['index.html', 'src/pages/[...edition]/index.astro'],
]);
const before = new Map([...templates.keys()].map((path) => [path, 'old']));

const told = (now: Record<string, string>, last: ReadonlyMap<string, string> = before): string =>
  formatChanges(changesBetween(last, new Map(Object.entries(now)), templates));

test('what is other than in the last build is counted by its kind', () => {
  const now = {
    ...Object.fromEntries(before),
    'articles/a/index.html': 'new',
    'text/articles/a/index.html': 'new',
    'world/index.html': 'new',
    'search/pagefind/pagefind.js': 'new',
  };
  expect(told(now)).toBe(
    '1 article, 1 text version, 1 page of a list, 1 file of the search index; 2 files unchanged',
  );
});

test('many have a word of their own', () => {
  const now = { 'articles/a/index.html': 'new', 'articles/b/index.html': 'new' };
  expect(told({ ...Object.fromEntries(before), ...now })).toBe('2 articles; 3 files unchanged');
});

test('what is gone is told', () => {
  expect(told({ 'index.html': 'old' })).toBe('nothing to change; 4 gone; 1 files unchanged');
});

test('nothing changed', () => {
  expect(told(Object.fromEntries(before))).toBe('nothing to change; 5 files unchanged');
});

test('the first build has nothing to compare with', () => {
  expect(told({ 'articles/a/index.html': 'new' }, new Map())).toBe(
    '1 article; no earlier build to compare with',
  );
});
