import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './sample-content.ts';
import { lookAt, stillSeen, untouched } from './seen-files.ts';

test.each([
  ['that is not there', 'none.md'],
  ['whose name is longer than any file’s', `${'x'.repeat(300)}.png`],
  ['that is longer than any path', `data:image/png;base64,${'A/'.repeat(5000)}`],
  ['with a sign that no name can hold', 'a\0.svg'],
])('a path %s is seen as nothing, and is still nothing', async (_what, name) => {
  const path = join(await folderWith(), name);
  const seen = lookAt(path);
  expect(seen).toEqual({ stat: 'none', digest: '' });
  expect(stillSeen(path, seen)).toBe(seen);
});

describe('between a look and the reading', () => {
  test('a file that nobody touched stays what it was', async () => {
    const path = join(await folderWith({ 'ships.md': 'Four.' }), 'ships.md');
    const seen = lookAt(path);
    expect(untouched(path, seen)).toBe(seen);
  });

  test.each<[string, (path: string) => Promise<void>]>([
    ['was written', (path) => writeFile(path, 'Five.')],
    ['was written with what it held', (path) => utimes(path, 3000, 3000)],
    ['went away', (path) => rm(path)],
  ])('one that %s is read again the next time', async (_how, touch) => {
    const path = join(await folderWith({ 'ships.md': 'Four.' }), 'ships.md');
    await utimes(path, 1000, 1000);
    const seen = lookAt(path);
    await touch(path);
    const kept = untouched(path, seen);
    await writeFile(path, 'Four.');
    expect(stillSeen(path, kept)).toBeUndefined();
  });
});
