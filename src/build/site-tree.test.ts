import {
  link,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { StoredFile } from './file-store.ts';
import { folderWith } from './sample-content.ts';
import { scan, unpack } from './site-scan.ts';
import { layOut } from './site-tree.ts';

let folder: string;
let site: string;

beforeEach(async () => {
  folder = await folderWith({ 'store/one': 'one', 'store/two': 'two' });
  site = join(folder, 'site');
  await mkdir(site);
});

/** What stands in the store under a name. */
async function stored(name: string): Promise<StoredFile> {
  const { size, mtimeMs } = await stat(join(folder, 'store', name));
  return { digest: name, size, changedAt: mtimeMs };
}

async function filesOf(names: Record<string, string>): Promise<Map<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  for (const [path, name] of Object.entries(names)) files.set(path, await stored(name));
  return files;
}

const lay = async (names: Record<string, string>): Promise<void> => {
  layOutFiles(await filesOf(names));
};

const layOutFiles = (files: ReadonlyMap<string, StoredFile>): void => {
  layOut(site, unpack(scan(site)), files, ({ digest }) => join(folder, 'store', digest));
};

/** All that stands in the site: folders end in a slash. */
async function standing(): Promise<Record<string, string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const texts: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(site.length + 1).replaceAll('\\', '/');
    if (entry.isDirectory()) texts[`${name}/`] = '';
    else texts[name] = await readFile(path, 'utf8');
  }
  return texts;
}

const whole = { 'index.html': 'one', 'a/': '', 'a/index.html': 'two' };
const wanted = { 'index.html': 'one', 'a/index.html': 'two' };

test('an empty folder gets all files, without a second copy of their bytes', async () => {
  await lay(wanted);
  expect(await standing()).toEqual(whole);
  const inode = async (path: string) => (await stat(join(folder, path))).ino;
  expect(await inode('site/a/index.html')).toBe(await inode('store/two'));
});

test('what stands there as it should is not laid out again', async () => {
  const files = await filesOf(wanted);
  layOutFiles(files);
  await rm(join(folder, 'store'), { recursive: true });
  layOutFiles(files);
  expect(await standing()).toEqual(whole);
});

test('a file that is gone from the store is named', async () => {
  const files = await filesOf(wanted);
  await rm(join(folder, 'store', 'two'));
  expect(() => {
    layOutFiles(files);
  }).toThrow('two is gone. Is another program clearing the cache?');
});

const mishaps: Record<string, () => Promise<unknown>> = {
  'a file is gone': () => rm(join(site, 'a/index.html')),
  'a folder is gone': () => rm(join(site, 'a'), { recursive: true }),
  'a file has other bytes': async () => {
    await rm(join(site, 'index.html'));
    await writeFile(join(site, 'index.html'), 'other');
  },
  'a file has as many other bytes': async () => {
    await rm(join(site, 'index.html'));
    await writeFile(join(site, 'index.html'), 'six');
    await utimes(join(site, 'index.html'), 1, 1);
  },
  'there is a file more': () => writeFile(join(site, 'a', 'CNAME'), 'example.org'),
  'there is a folder more': async () => {
    await mkdir(join(site, 'b', 'c'), { recursive: true });
    await writeFile(join(site, 'b', 'c', 'index.html'), 'old');
  },
  'there is an empty folder more': () => mkdir(join(site, 'b', 'c'), { recursive: true }),
  'a folder stands in the place of a file': async () => {
    await rm(join(site, 'index.html'));
    await mkdir(join(site, 'index.html', 'a'), { recursive: true });
  },
  'a file stands in the place of a folder': async () => {
    await rm(join(site, 'a'), { recursive: true });
    await writeFile(join(site, 'a'), 'file');
  },
  'a file stands under the name of another': async () => {
    await rm(join(site, 'index.html'));
    await link(join(folder, 'store', 'two'), join(site, 'index.html'));
    await utimes(join(folder, 'store', 'one'), 7, 7);
  },
};

test.each(Object.keys(mishaps))('%s: it is put right', async (name) => {
  await lay(wanted);
  await mishaps[name]?.();
  await lay(wanted);
  expect(await standing()).toEqual(whole);
});

test('a link in the place of a folder is taken out, and what it led to stays', async () => {
  await lay(wanted);
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'index.html'), 'mine');
  await rm(join(site, 'a'), { recursive: true });
  await symlink(elsewhere, join(site, 'a'));
  await lay(wanted);
  expect(await standing()).toEqual(whole);
  expect(await readFile(join(elsewhere, 'index.html'), 'utf8')).toBe('mine');
});

test('what a site does not have any more goes, with its folder', async () => {
  await lay(wanted);
  await lay({ 'index.html': 'one' });
  expect(await standing()).toEqual({ 'index.html': 'one' });
});
