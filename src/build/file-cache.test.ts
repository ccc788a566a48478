import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileCache } from './file-cache.ts';

const bytes = new TextEncoder().encode('a file');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what was written is read back, and only under its key', async () => {
  const cache = fileCache(folder);
  await cache.write('one', bytes);
  expect(Buffer.from((await cache.read('one')) ?? []).toString()).toBe('a file');
  expect(await cache.read('two')).toBeUndefined();
  expect([await cache.has('one'), await cache.has('two')]).toEqual([true, false]);
});

test('nothing is left beside it, however many write at the same time', async () => {
  const cache = fileCache(folder);
  await Promise.all(Array.from({ length: 8 }, () => cache.write('one', bytes)));
  expect(await readdir(folder)).toEqual(['one']);
});

test.each([0, 10, 32, 35])(
  'a file of which only %d bytes were written is not used',
  async (size) => {
    const cache = fileCache(folder);
    await cache.write('one', bytes);
    await truncate(join(folder, 'one'), size);
    expect(await cache.read('one')).toBeUndefined();
  },
);

test('a file that was changed is not used', async () => {
  const cache = fileCache(folder);
  await cache.write('one', bytes);
  const entry = await readFile(join(folder, 'one'));
  await writeFile(join(folder, 'one'), Buffer.concat([entry, Buffer.from('!')]));
  expect(await cache.read('one')).toBeUndefined();
});

test('a folder that cannot be made keeps nothing and stops nothing', async () => {
  await writeFile(join(folder, 'file'), '');
  const cache = fileCache(join(folder, 'file', 'cache'));
  await cache.write('one', bytes);
  expect(await cache.read('one')).toBeUndefined();
});
