import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Codec, KeptMap, type Part } from './kept-map.ts';
import { folderWith } from './sample-content.ts';

interface Value {
  readonly says: number;
}

const codec: Codec<string, Value> = {
  format: (part) => Buffer.from(JSON.stringify(part)),
  parse: (bytes) => {
    const part = JSON.parse(bytes.toString()) as Part<string, Value>;
    return part.head === 'of another version' ? undefined : part;
  },
};

let file: string;
const since = (): string => `${file}.since`;
const open = () => KeptMap.open(file, codec);
const saysOf = async (): Promise<Record<string, number>> =>
  Object.fromEntries([...(await open()).entries].map(([key, { says }]) => [key, says]));

/** A hundred values, kept as a whole. */
beforeEach(async () => {
  file = join(await folderWith(), 'cache', 'list');
  const all = Array.from({ length: 100 }, (_none, says) => [`key ${says}`, { says }] as const);
  await (await open()).save('first', new Map(all));
});

/** Saves what was kept, with a few things other. */
async function change(head: string, ...changes: readonly [key: string, says?: number][]) {
  const list = await open();
  const now = new Map(list.entries);
  for (const [key, says] of changes) {
    if (says === undefined) now.delete(key);
    else now.set(key, { says });
  }
  await list.save(head, now);
}

test('nothing was kept before the first time', async () => {
  const list = await KeptMap.open(join(await folderWith(), 'list'), codec);
  expect([list.head, list.entries.size]).toEqual([undefined, 0]);
});

test('what was kept is read', async () => {
  expect((await open()).head).toBe('first');
  expect(await saysOf()).toMatchObject({ 'key 0': 0, 'key 99': 99 });
});

test('a few changes are written beside the whole, which stays', async () => {
  const { mtimeMs, ino } = await stat(file);
  await change('second', ['key 3', 300], ['key 4'], ['new', 7]);
  await change('third', ['key 5', 500], ['new']);
  expect(await stat(file)).toMatchObject({ mtimeMs, ino });
  expect((await stat(since())).size).toBeLessThan((await stat(file)).size / 5);
  expect((await open()).head).toBe('third');
  const says = await saysOf();
  expect(says).toMatchObject({ 'key 3': 300, 'key 5': 500, 'key 6': 6 });
  expect(Object.keys(says)).toHaveLength(99);
  expect(says).not.toHaveProperty('key 4');
  expect(says).not.toHaveProperty('new');
});

test('what came back is as it was', async () => {
  await change('second', ['key 4']);
  await change('third', ['key 4', 4]);
  expect(await saysOf()).toHaveProperty('key 4', 4);
});

test('many changes make a new whole', async () => {
  await change('second', ['key 3', 300]);
  await change(
    'third',
    ...Array.from({ length: 9 }, (_none, n) => [`key ${n}`, -n] as [string, number]),
  );
  expect(existsSync(since())).toBe(false);
  expect(await saysOf()).toMatchObject({ 'key 3': -3, 'key 9': 9 });
});

test('changes that are not as they were written, or are those of another whole, count as none', async () => {
  await change('second', ['key 3', 300]);
  const written = await readFile(since(), 'utf8');
  await writeFile(since(), written.replace('300', '301'));
  expect(await saysOf()).toHaveProperty('key 3', 3);
  expect((await open()).head).toBe('first');
  await (await open()).save('other', new Map([['key 3', { says: 33 }]]));
  await writeFile(since(), written);
  expect(await saysOf()).toEqual({ 'key 3': 33 });
});

test('a whole that is not as it was written counts as none, and its changes with it', async () => {
  await change('second', ['key 3', 300]);
  await writeFile(file, (await readFile(file, 'utf8')).replace('key 9', 'kay 9'));
  const list = await open();
  expect([list.head, list.entries.size]).toEqual([undefined, 0]);
  await list.save('third', new Map([['key 3', { says: 33 }]]));
  expect(await saysOf()).toEqual({ 'key 3': 33 });
});

test('a map of another version counts as none', async () => {
  await (await open()).save('of another version', new Map());
  expect((await open()).head).toBeUndefined();
});
