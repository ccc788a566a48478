import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { completeList, sentBytes } from './offline-list.ts';

/** Words that compress to about as many bytes. */
const words = (start: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${start}${(index * 7919) % 1009}`).join(' ');

const pages: Record<string, string> = {
  '/offline/':
    '<script type="module" src="/_astro/a.js"></script><script type="module" src="/_astro/b.js"></script>',
  '/text/new/': words('a', 50),
  '/text/long/': words('b', 900),
  '/text/arabic/': words('ش', 50),
  '/text/old/': words('c', 20),
};

const readPage = (path: string) => Promise.resolve(pages[path] ?? '');
const newest = ['/text/new/', '/text/long/', '/text/arabic/', '/text/old/'];
const pathsOf = (list: readonly string[]) => list.map((path) => path.replace(/\?.*/, ''));
const sizeOf = (path: string) => sentBytes(pages[path] ?? '');

test('the newest stories are taken as long as they fit, by the bytes that are sent', async () => {
  const fitting = async (budget: number) =>
    pathsOf((await completeList({ always: [], newest }, readPage, budget)).newest);
  const two = (await sizeOf('/text/new/')) + (await sizeOf('/text/arabic/'));
  expect(await sizeOf('/text/long/')).toBeGreaterThan(two);
  expect(await fitting(10_000)).toEqual(newest);
  expect(await fitting(two)).toEqual(['/text/new/', '/text/arabic/']);
  expect(await fitting(two - 1)).toEqual(['/text/new/', '/text/old/']);
  expect(await fitting(0)).toEqual([]);
});

test('the bytes are about those of gzip', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/house.md'), 'utf8');
  const ratio = (await sentBytes(page)) / gzipSync(page).length;
  expect(ratio).toBeGreaterThan(0.9);
  expect(ratio).toBeLessThan(1.1);
});

test('a page comes behind its scripts, each once', async () => {
  const { always } = await completeList(
    { always: ['/offline/', '/offline/'], newest: [] },
    readPage,
    0,
  );
  expect(pathsOf(always)).toEqual(['/_astro/a.js', '/_astro/b.js', '/offline/']);
});

test('a path tells the version of its page; a script’s own name does', async () => {
  const listOf = (html: string) =>
    completeList(
      { always: ['/offline/'], newest: ['/text/new/'] },
      () => Promise.resolve(html),
      100,
    );
  const [first, same, other] = [await listOf('one'), await listOf('one'), await listOf('two')];
  expect(first).toEqual(same);
  expect(first.always[0]).toMatch(/^\/offline\/\?[0-9a-f]{8}$/);
  expect(first.always[0]).not.toBe(other.always[0]);
  expect(first.newest[0]).not.toBe(other.newest[0]);
});
