import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileErrorInWords, fileErrorWithPath } from './file-errors.ts';
import { folderWith } from './sample-content.ts';

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('an error of the file system is told with its path and what to do', async () => {
  const folder = await folderWith();
  const missing = join(folder, 'none');
  expect(fileErrorWithPath(await failure(readFile(missing)))).toBe(
    `${missing}: It is not there. Correct the name, or create it.`,
  );
});

test('of two paths the one that was to be written is named', async () => {
  const folder = await folderWith({ a: '', 'b/c': '' });
  const error = await failure(rename(join(folder, 'a'), join(folder, 'b')));
  expect(fileErrorWithPath(error)).toBe(
    `${join(folder, 'b')}: It is a folder, not a file. Choose another name.`,
  );
});

test('a full disk names no path: Node knows none when a write fails', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  expect(fileErrorWithPath(full)).toBe('The disk is full. Make room, and try again.');
  expect(fileErrorWithPath(new Error('failed', { cause: full }))).toBe(fileErrorInWords(full));
});

test.each([undefined, null, 'text', new Error('other'), { code: 42 }])(
  'anything else is left as it is: %o',
  (error) => {
    expect(fileErrorWithPath(error)).toBeUndefined();
  },
);
