import { existsSync } from 'node:fs';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { KeptFiles } from './kept-files.ts';
import { folderWith } from './sample-content.ts';

let folder: string;
let builds = 0;

beforeEach(async () => {
  folder = await folderWith();
});

const open = (): Promise<KeptFiles> => KeptFiles.open(join(folder, 'cache'));
const newSite = (): string => join(folder, `site-${++builds}`);
const file = (text: string) => ({ path: 'page/index.html', bytes: Buffer.from(text) });

/** A build that keeps these texts under their own names as keys. */
async function build(...texts: string[]): Promise<void> {
  const kept = await open();
  for (const text of texts) kept.keep(text, [file(text)], newSite());
  await kept.save();
}

async function keptFile(): Promise<string> {
  const names = await readdir(join(folder, 'cache'), { recursive: true });
  const [name = ''] = names.filter((path) => /^..[/\\].{38}$/.test(path));
  return join(folder, 'cache', name);
}

test('a file that was kept is placed again, byte for byte', async () => {
  await build('old');
  const site = newSite();
  expect((await open()).place('old', site)).toBe(true);
  expect(await readFile(join(site, 'page/index.html'), 'utf8')).toBe('old');
});

test('an unknown key places nothing', async () => {
  await build('old');
  const site = newSite();
  expect((await open()).place('new', site)).toBe(false);
  expect(existsSync(join(site, 'page/index.html'))).toBe(false);
});

test('two keys may make the same bytes', async () => {
  const kept = await open();
  kept.keep('a', [file('same')], newSite());
  kept.keep('b', [file('same')], newSite());
  await kept.save();
  const again = await open();
  expect([again.place('a', newSite()), again.place('b', newSite())]).toEqual([true, true]);
});

test('a key may make several files, which count as one: without one of them, none is placed', async () => {
  const kept = await open();
  const other = { path: 'other.txt', bytes: Buffer.from('other') };
  kept.keep('both', [file('one'), other], newSite());
  await kept.save();
  const site = newSite();
  expect((await open()).place('both', site)).toBe(true);
  expect(await readFile(join(site, 'other.txt'), 'utf8')).toBe('other');
  await rm(await keptFile());
  const empty = newSite();
  expect((await open()).place('both', empty)).toBe(false);
  expect(existsSync(empty)).toBe(false);
});

test.each([
  ['cut short', 'ol'],
  ['changed in place', 'odd'],
])('a file that was %s is not placed', async (_what, text) => {
  await build('old');
  await writeFile(await keptFile(), text);
  expect((await open()).place('old', newSite())).toBe(false);
});

test('a file with the same bytes and another time is placed: a cache may have been unpacked', async () => {
  await build('old');
  await utimes(await keptFile(), new Date(0), new Date(0));
  expect((await open()).place('old', newSite())).toBe(true);
});

test('a file that is gone is not placed', async () => {
  await build('old');
  await rm(await keptFile());
  expect((await open()).place('old', newSite())).toBe(false);
});

test.each(['', '{"version":2,"kept":', '{"version":1,"kept":[]}', '[]', 'null'])(
  'a list that reads %j counts as none',
  async (list) => {
    await build('old');
    await writeFile(join(folder, 'cache', 'kept.json'), list);
    expect((await open()).place('old', newSite())).toBe(false);
  },
);

test('what a build had no use for is let go, and what dead builds left as well', async () => {
  await build('old', 'older');
  await writeFile(`${await keptFile()}.4711`, 'half');
  const kept = await open();
  kept.place('old', newSite());
  await kept.save();
  const names = await readdir(join(folder, 'cache'), { recursive: true });
  expect(names.filter((name) => /\w{38}/.test(name))).toHaveLength(1);
});

test('a build that ends without saving leaves the list of the one before', async () => {
  await build('old');
  (await open()).keep('new', [file('new')], newSite());
  const again = await open();
  expect([again.place('old', newSite()), again.place('new', newSite())]).toEqual([true, false]);
});

test('what is different from the last build can be told', async () => {
  await build('old');
  const kept = await open();
  kept.keep('new', [file('new')], newSite());
  expect([...kept.before.keys()]).toEqual(['page/index.html']);
  expect(kept.now.get('page/index.html')).not.toBe(kept.before.get('page/index.html'));
});
