import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kept } from './picture-cache.ts';
import { folderWith } from './sample-content.ts';

/** Makes bytes, and counts how often it was asked to. */
function maker(text: string) {
  let times = 0;
  const make = () => {
    times++;
    return Promise.resolve(new Uint8Array(Buffer.from(text)));
  };
  return { make, times: () => times };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

test('what was made once is not made again', async () => {
  const folder = join(await folderWith(), 'pictures');
  const { make, times } = maker('a harbour');
  expect(textOf(await kept(folder, 'harbour.avif', make))).toBe('a harbour');
  expect(textOf(await kept(folder, 'harbour.avif', make))).toBe('a harbour');
  expect(times()).toBe(1);
});

test('another name is another thing', async () => {
  const folder = await folderWith();
  await kept(folder, 'harbour.avif', maker('a harbour').make);
  expect(textOf(await kept(folder, 'quay.avif', maker('a quay').make))).toBe('a quay');
});

test.each([
  ['a byte was changed', (bytes: Buffer) => bytes.fill('x', 40)],
  ['it breaks off', (bytes: Buffer) => bytes.subarray(0, -3)],
  ['hardly anything is left', (bytes: Buffer) => bytes.subarray(0, 5)],
  ['nothing is left', () => Buffer.alloc(0)],
])('where %s, it is made again, and kept', async (_what, damage) => {
  const folder = await folderWith();
  const { make, times } = maker('a harbour');
  await kept(folder, 'harbour.avif', make);
  const path = join(folder, 'harbour.avif');
  await writeFile(path, damage(await readFile(path)));
  expect(textOf(await kept(folder, 'harbour.avif', make))).toBe('a harbour');
  await kept(folder, 'harbour.avif', make);
  expect(times()).toBe(2);
});

test('two at the same time do not disturb each other, and leave nothing behind', async () => {
  const folder = await folderWith();
  const both = [1, 2].map(() => kept(folder, 'harbour.avif', maker('a harbour').make));
  expect((await Promise.all(both)).map(textOf)).toEqual(['a harbour', 'a harbour']);
  expect(await readdir(folder)).toEqual(['harbour.avif']);
});

test('where nothing can be kept, the picture is there all the same', async () => {
  const folder = await folderWith({ file: 'in the way' });
  expect(textOf(await kept(join(folder, 'file'), 'x', maker('a quay').make))).toBe('a quay');
});

test('what cannot be made is not kept', async () => {
  const folder = await folderWith();
  const broken = () => Promise.reject(new Error('broken'));
  await expect(kept(folder, 'harbour.avif', broken)).rejects.toThrow('broken');
  expect(textOf(await kept(folder, 'harbour.avif', maker('a harbour').make))).toBe('a harbour');
});
