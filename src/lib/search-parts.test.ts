import { describe, expect, test } from 'vitest';
import { recordsPath, searchParts } from './search-parts.ts';

/** So many stories in each of these months, newest first. */
const stories = (perMonth: Readonly<Record<string, number>>) =>
  Object.entries(perMonth)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([month, count]) => Array.from({ length: count }, () => ({ month })));

const year = (number: number, perMonth: number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${number}-${String(index + 1).padStart(2, '0')}`,
      perMonth,
    ]),
  );

const told = (perMonth: Readonly<Record<string, number>>): string[] =>
  searchParts(stories(perMonth)).map(({ name, stories: some }) => `${name ?? '-'}: ${some.length}`);

describe('the stories of an edition', () => {
  test('stand in one index while they are few', () => {
    expect(told({ '1999-12': 100, '2024-07': 200 })).toEqual(['-: 300']);
    expect(told({})).toEqual([]);
  });

  test('are divided by decades, years, quarters and months, as many as they are', () => {
    expect(
      told({ '1999-12': 100, ...year(2021, 20), ...year(2022, 30), ...year(2023, 150) }),
    ).toEqual([
      '-: 150',
      ...['11', '10', '09', '08', '07', '06', '05', '04', '03', '02', '01'].map(
        (month) => `2023-${month}: 150`,
      ),
      '2022-q4: 90',
      '2022-q3: 90',
      '2022-q2: 90',
      '2022-q1: 90',
      '2021: 240',
      '1990s: 100',
    ]);
  });

  test('a newest part that would be too small takes the one before it in', () => {
    expect(told({ ...year(2023, 20), '2024-01': 99 })).toEqual(['-: 339']);
    expect(told({ ...year(2023, 20), '2024-01': 100 })).toEqual(['-: 100', '2023: 240']);
  });

  test('one more story changes its own part', () => {
    const before = { ...year(2021, 20), ...year(2022, 20), ...year(2023, 20) };
    const after = { ...before, '2022-05': 21 };
    expect(told(after).filter((part) => !told(before).includes(part))).toEqual(['2022: 241']);
  });

  test('keep their order, and none is lost', () => {
    const all = stories({ ...year(2021, 50), ...year(2022, 50) });
    expect(searchParts(all).flatMap((part) => part.stories)).toEqual(all);
  });
});

test.each([
  ['search/records/newest.json', { place: 'search/', name: 'newest' }],
  ['ar/search/records/2023-q1.json', { place: 'ar/search/', name: '2023-q1' }],
  ['articles/search/index.html', undefined],
])('%s is a list of records: %j', (path, groups) => {
  expect(recordsPath.exec(path)?.groups).toEqual(groups);
});
