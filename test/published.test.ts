import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf, textIn } from './site-files.ts';

const { fixture, again } = inject('sites');

test('drafts, stories before their time and expired ones leave no trace in any file', () => {
  for (const file of filesOf(fixture)) {
    expect(file).not.toMatch(/xylo/i);
    expect(textIn(fixture, file), file).not.toMatch(/xylo/i);
  }
});

test('search is among what was looked through, compressed as it is', () => {
  const texts = filesOf(fixture)
    .filter((file) => file.includes('pagefind'))
    .map((file) => textIn(fixture, file));
  expect(texts.some((text) => text.includes('A plain story'))).toBe(true);
});

test('two builds of the same content are the same byte for byte, whatever the time zone', () => {
  expect(filesOf(again)).toEqual(filesOf(fixture));
  for (const file of filesOf(fixture)) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(fixture, file))), file).toBe(
      true,
    );
  }
});
