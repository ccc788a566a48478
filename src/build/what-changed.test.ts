import { expect, test } from 'vitest';
import { changesBetween, formatChanges, reasonsFor } from './what-changed.ts';

const templates = new Map([
  ['articles/a/index.html', 'src/pages/[...edition]/articles/[slug].astro'],
  ['articles/b/index.html', 'src/pages/[...edition]/articles/[slug].astro'],
  ['text/articles/a/index.html', 'src/pages/[...edition]/text/articles/[slug].astro'],
  ['world/index.html', 'src/pages/[...edition]/[category]/[...page].astro'],
  ['index.html', 'src/pages/[...edition]/index.astro'],
]);
const before = Object.fromEntries([...templates.keys()].map((path) => [path, 'old']));

const filesOf = (digests: Record<string, string>) =>
  new Map(Object.entries(digests).map(([path, digest]) => [path, { digest }]));

const told = (now: Record<string, string>, last: Record<string, string> = before): string =>
  formatChanges({ ...changesBetween(filesOf(last), filesOf(now), templates), reasons: [] });

test('what is other than in the last build is counted by its kind', () => {
  const now = {
    ...before,
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
  expect(told({ ...before, ...now })).toBe('2 articles; 3 files unchanged');
});

test('what is gone is told', () => {
  expect(told({ 'index.html': 'old' })).toBe('nothing to change; 4 gone; 1 files unchanged');
});

test('nothing changed', () => {
  expect(told(before)).toBe('nothing to change; 5 files unchanged');
});

test('the first build has nothing to compare with', () => {
  expect(told({ 'articles/a/index.html': 'new' }, {})).toBe(
    '1 article; no earlier build to compare with',
  );
});

const inputs = { code: 'a', content: 'a', due: 'a', day: '2024-07-08', downloads: 'a' };

test.each([
  ['nothing', {}, [], []],
  ['a story', { content: 'b', due: 'b' }, ['content/a.md'], ['content/a.md']],
  ['many stories', { content: 'b' }, ['a', 'b', 'c', 'd', 'e'], ['a, b, c and 2 more']],
  ['content, nobody knows which', { content: 'b' }, [], ['the content']],
  ['what is due', { due: 'b' }, [], ['which stories are due']],
  ['the day', { day: '2024-07-09' }, [], ['the day']],
  ['downloads', { downloads: 'b' }, [], ['what can be downloaded']],
  [
    'code',
    { code: 'b', day: 'b' },
    [],
    ['the code, its words or settings, or a version', 'the day'],
  ],
])('why something was made: %s', (_what, other, changed, reasons) => {
  expect(reasonsFor(inputs, { ...inputs, ...other }, changed)).toEqual(reasons);
});

test('a first build needs no reason', () => {
  expect(reasonsFor({}, inputs, ['a'])).toEqual([]);
});

test('reasons stand at the end', () => {
  const changes = changesBetween(filesOf(before), filesOf(before), templates);
  expect(formatChanges({ ...changes, reasons: ['content/a.md', 'the day'] })).toBe(
    'nothing to change; 5 files unchanged; because of content/a.md, and of the day',
  );
});
