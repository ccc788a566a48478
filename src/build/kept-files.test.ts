import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { KeptFiles } from './kept-files.ts';
import { folderWith } from './sample-content.ts';
import { scan, unpack } from './site-scan.ts';

let folder: string;

beforeEach(async () => {
  folder = await folderWith();
  await mkdir(site());
});

const site = (): string => join(folder, 'site');

async function open(): Promise<KeptFiles> {
  const there = Promise.resolve(unpack(scan(site())));
  const kept = await KeptFiles.open(join(folder, 'cache'), { folder: site(), there });
  await kept.look();
  return kept;
}
const file = (text: string) => ({ path: 'page/index.html', bytes: Buffer.from(text) });

/** A build that keeps these texts under their own names as keys. */
async function build(...texts: string[]): Promise<void> {
  const kept = await open();
  for (const text of texts) kept.keep(text, [file(text)]);
  await kept.save();
}

const takes = async (key: string): Promise<boolean> => (await open()).take(key);

async function keptFiles(): Promise<string[]> {
  const names = await readdir(join(folder, 'cache'), { recursive: true });
  return names
    .filter((path) => /^..[/\\].{62}/.test(path))
    .map((name) => join(folder, 'cache', name));
}

const keptFile = async (): Promise<string> => (await keptFiles())[0] ?? '';

test('a file that was kept is taken again, byte for byte', async () => {
  await build('old');
  const kept = await open();
  expect(kept.take('old')).toBe(true);
  expect(kept.read('page/index.html').toString()).toBe('old');
});

test('what a page says is kept with it', async () => {
  const kept = await open();
  kept.keep('page', [{ ...file('old'), policy: "default-src 'none'", movedTo: '/new/' }]);
  await kept.save();
  const again = await open();
  again.take('page');
  expect([...again.files.values()]).toMatchObject([
    { path: 'page/index.html', policy: "default-src 'none'", movedTo: '/new/' },
  ]);
});

test('an unknown key takes nothing', async () => {
  await build('old');
  const kept = await open();
  expect(kept.take('new')).toBe(false);
  expect(kept.files.size).toBe(0);
  expect(() => kept.read('page/index.html')).toThrow('The site has no file page/index.html.');
});

test('two keys may make the same bytes', async () => {
  const kept = await open();
  kept.keep('a', [file('same')]);
  kept.keep('b', [file('same')]);
  await kept.save();
  expect([await takes('a'), await takes('b')]).toEqual([true, true]);
});

test('a key may make several files, which count as one: without one of them, none is taken', async () => {
  const kept = await open();
  const other = { path: 'other.txt', bytes: Buffer.from('other') };
  kept.keep('both', [file('one'), other]);
  await kept.save();
  const again = await open();
  expect(again.take('both')).toBe(true);
  expect(again.read('other.txt').toString()).toBe('other');
  await rm(await keptFile());
  const third = await open();
  expect(third.take('both')).toBe(false);
  expect(third.files.size).toBe(0);
});

test.each([
  ['cut short', 'ol'],
  ['changed in place', 'odd'],
])('a file that was %s is not taken', async (_what, text) => {
  await build('old');
  await writeFile(await keptFile(), text);
  expect(await takes('old')).toBe(false);
});

test('a file with the same bytes and another time is taken: a cache may have been unpacked', async () => {
  await build('old');
  await utimes(await keptFile(), new Date(0), new Date(0));
  const kept = await open();
  expect(kept.take('old')).toBe(true);
  await kept.save();
  // The next build need not read it again.
  await writeFile(await keptFile(), 'odd');
  await utimes(await keptFile(), new Date(0), new Date(0));
  expect(await takes('old')).toBe(true);
});

test('a file that is gone is not taken', async () => {
  await build('old');
  await rm(await keptFile());
  expect(await takes('old')).toBe(false);
});

test('a list that is not as it was written counts as none', async () => {
  await build('old');
  const list = join(folder, 'cache', 'kept.json');
  await writeFile(list, (await readFile(list, 'utf8')).replace('page/', 'pags/'));
  expect(await takes('old')).toBe(false);
});

test('what a build had no use for is let go, and what dead builds left as well', async () => {
  await build('old', 'older');
  await writeFile(`${await keptFile()}.4711`, 'half');
  const kept = await open();
  kept.take('old');
  await kept.save();
  expect(await keptFiles()).toHaveLength(1);
});

test('of a large site, few changes are written beside the list, and what they replace is let go', async () => {
  const texts = Array.from({ length: 60 }, (_none, number) => `text ${number}`);
  const keep = async (last: string): Promise<void> => {
    const kept = await open();
    for (const text of [...texts, last]) {
      if (!kept.take(text)) kept.keep(text, [{ ...file(text), path: `${text}.html` }]);
    }
    await kept.save();
  };
  await keep('first');
  const whole = await readFile(join(folder, 'cache', 'kept.json'));
  for (const last of ['second', 'third']) {
    await keep(last);
    expect(await keptFiles()).toHaveLength(61);
    expect(await takes(last)).toBe(true);
  }
  expect([await takes('first'), await takes('second'), await takes('text 7')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(await readFile(join(folder, 'cache', 'kept.json'))).toEqual(whole);
});

test('a build that ends without saving leaves the list of the one before', async () => {
  await build('old');
  (await open()).keep('new', [file('new')]);
  expect([await takes('old'), await takes('new')]).toEqual([true, false]);
});

test('a file is never written over: a published site may share it', async () => {
  await build('old');
  const again = await open();
  again.take('old');
  again.layOut();
  await rm(join(folder, 'cache', 'kept.json'));
  const { ino } = await stat(join(site(), 'page/index.html'));
  await build('old');
  expect((await stat(await keptFile())).ino).not.toBe(ino);
});

test('what stands in the site as it was written is taken, wherever else it is gone', async () => {
  await build('old');
  const second = await open();
  second.take('old');
  second.layOut();
  await rm(await keptFile());
  const third = await open();
  expect(third.take('old')).toBe(true);
  expect(third.read('page/index.html').toString()).toBe('old');
  await writeFile(join(site(), 'page/index.html'), 'odd one');
  expect(await takes('old')).toBe(false);
});

test('the files of the last build are taken together, if it was made of the same', async () => {
  const kept = await open();
  expect(await kept.takeAll({ code: 'a' })).toBe(false);
  kept.keep('one', [file('one')]);
  kept.keep('other', [{ path: 'other.txt', bytes: Buffer.from('other') }]);
  await kept.save();
  const same = await open();
  expect(await same.takeAll({ code: 'a' })).toBe(true);
  expect([...same.files.keys()]).toEqual(['page/index.html', 'other.txt']);
  const other = await open();
  expect(await other.takeAll({ code: 'b' })).toBe(false);
  expect(other.files.size).toBe(0);
  await rm(await keptFile());
  const spoiled = await open();
  expect(await spoiled.takeAll({ code: 'a' })).toBe(false);
  expect(spoiled.files.size).toBe(0);
});

test('what is made again and comes out the same is not written again', async () => {
  await build('old');
  const { ino } = await stat(await keptFile());
  await build('old');
  expect((await stat(await keptFile())).ino).toBe(ino);
});

test('what is different from the last build can be told', async () => {
  await build('old');
  const kept = await open();
  kept.keep('new', [file('new')]);
  const [before, now] = [kept.before, kept.files].map((files) => files.get('page/index.html'));
  expect(before?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(now?.digest).not.toBe(before?.digest);
});
