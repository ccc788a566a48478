import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Card } from '#lib/card.ts';
import { cardNames, offerCardNames, saveCardNames } from './card-names.ts';
import { folderWith } from './sample-content.ts';

const card = (place: string, headline = place): Card => ({
  place,
  headline,
  lang: 'en',
  dir: 'ltr',
});

/** A build with these cards: which of them had to be given a name. */
async function build(file: string, cards: readonly Card[], key = 'key'): Promise<string[]> {
  const named: string[] = [];
  await offerCardNames(file, key);
  const files = await cardNames(cards, ({ place }) => {
    named.push(place);
    return Promise.resolve(`${place}.png`);
  });
  expect([...files.keys()]).toEqual(cards.map(({ place }) => place));
  expect(files.get('a')).toBe('a.png');
  await saveCardNames(key);
  return named;
}

test('a card is named once, and again when its words or the code changed', async () => {
  const file = join(await folderWith(), 'cache', 'names.json');
  expect(await build(file, [card('a'), card('b')])).toEqual(['a', 'b']);
  expect(await build(file, [card('a'), card('b')])).toEqual([]);
  expect(await build(file, [card('a'), card('b', 'Other words')])).toEqual(['b']);
  expect(await build(file, [card('a')], 'other key')).toEqual(['a']);
});

test('names that no card asked for are forgotten', async () => {
  const file = join(await folderWith(), 'names.json');
  await build(file, [card('a'), card('b')]);
  await build(file, [card('a')]);
  expect(await build(file, [card('a'), card('b')])).toEqual(['b']);
});

test('a list that was changed counts as none', async () => {
  const file = join(await folderWith(), 'names.json');
  await build(file, [card('a')]);
  await writeFile(file, '["", [["", "x.png"]]]');
  expect(await build(file, [card('a')])).toEqual(['a']);
});
