import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './sample-content.ts';
import { listFiles } from './walk.ts';

test('files are listed from the folder, those of folders inside it too, in the order of their paths', async () => {
  const folder = await folderWith({ 'b.md': '', 'a/z.md': '', 'a/b/c.txt': '', 'a.md': '', B: '' });
  expect(await listFiles(folder)).toEqual(['B', 'a.md', 'a/b/c.txt', 'a/z.md', 'b.md']);
});

test('names in other scripts stay as they are', async () => {
  const folder = await folderWith({ 'ميناء/سفينة.md': '' });
  expect(await listFiles(folder)).toEqual(['ميناء/سفينة.md']);
});

test('hidden files and folders are passed over', async () => {
  const folder = await folderWith({
    '.draft.md': '',
    '.git/a.md': '',
    'a/.b.md': '',
    'a/b.md': '',
  });
  expect(await listFiles(folder)).toEqual(['a/b.md']);
});

test('symbolic links lead nowhere', async () => {
  const outside = await folderWith({ 'secret.md': '' });
  const folder = await folderWith({ 'a.md': '' });
  await symlink(join(outside, 'secret.md'), join(folder, 'file.md'));
  await symlink(outside, join(folder, 'folder'));
  expect(await listFiles(folder)).toEqual(['a.md']);
});

test('a folder that is not there holds no files', async () => {
  expect(await listFiles(join(await folderWith(), 'none'))).toEqual([]);
});

test('an empty folder holds no files', async () => {
  expect(await listFiles(await folderWith())).toEqual([]);
});

test('a file is no folder: the walk stops with an error', async () => {
  const folder = await folderWith({ 'a.md': '' });
  await expect(listFiles(join(folder, 'a.md'))).rejects.toThrow(/ENOTDIR/);
});
