import { describe, expect, test } from 'vitest';
import { editions } from '#site.ts';
import { carriedName, fileSize, isStillPublished } from './carried.ts';

const [english, arabic] = editions;
if (!english || !arabic) throw new Error('Two editions are needed.');

test('a file is named after the site, the edition and the day where it is read', () => {
  const late = new Date('2024-08-31T22:30:00Z');
  expect(carriedName(english, 'site', late)).toMatch(/^[\w.-]+-en-2024-09-01\.zip$/);
  expect(carriedName(arabic, 'book', late)).toMatch(/^[\w.-]+-ar-2024-09-01\.epub$/);
});

test.each([
  [1, '1 kB'],
  [412_300, '412 kB'],
  [1_340_000, '1.3 MB'],
])('%i bytes are %s', (bytes, size) => {
  expect(fileSize(bytes, english)).toBe(size);
});

describe('what holds a story that is gone', () => {
  const published = new Set(['a', 'b']);
  test.each([
    [['a', 'b'], true],
    [[], true],
    [['a', 'c'], false],
  ])('%j: published %s', (stories, is) => {
    expect(isStillPublished({ stories }, published)).toBe(is);
  });
});
