import { mkdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './sample-content.ts';
import { scan, scanOnThread, unpack } from './site-scan.ts';

test('a folder is seen with all that stands in it, hidden things too', async () => {
  const folder = await folderWith({ 'index.html': 'one', 'a/b/.htaccess': 'three', 'a/غزة': '' });
  await mkdir(join(folder, 'empty'));
  await symlink(folder, join(folder, 'a', 'loop'));
  const { files, folders, others } = await scanOnThread(folder);
  expect([...files.keys()].sort()).toEqual(['a/b/.htaccess', 'a/غزة', 'index.html']);
  expect([...folders].sort()).toEqual(['a', 'a/b', 'empty']);
  expect(others).toEqual(['a/loop']);
  const { size, mtimeMs } = await stat(join(folder, 'a/b/.htaccess'));
  expect(files.get('a/b/.htaccess')).toEqual({ size, changedAt: mtimeMs });
  expect({ files, folders, others }).toEqual(unpack(scan(folder)));
});

test('an empty folder has nothing', async () => {
  const folder = await folderWith();
  await mkdir(join(folder, 'site'));
  const { files, folders, others } = await scanOnThread(join(folder, 'site'));
  expect([files.size, folders.size, others.length]).toEqual([0, 0, 0]);
});

test('a folder that is not there is an error', async () => {
  const folder = await folderWith();
  await expect(scanOnThread(join(folder, 'none'))).rejects.toThrow('ENOENT');
});
