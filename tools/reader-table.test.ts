import { expect, test } from 'vitest';
import { median, readerTable, type Visit } from './reader-table.ts';

test.each([
  [[3], 3],
  [[10, 1, 2], 2],
  [[100, 20, 9, 30, 1], 20],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

const visit = (readable: number, bytes: number): Visit => ({
  firstPaint: readable - 100,
  readable,
  largestPaint: readable + 1000,
  load: readable,
  untilReadable: { requests: 1, bytes },
  untilLoad: { requests: 2, bytes: bytes + 1000 },
  untilRest: { requests: 3, bytes: bytes + 2000 },
});

test('each number of a row is a median of its own', () => {
  const visits = [visit(900, 30_000), visit(700, 10_000), visit(800, 90_000)];
  expect(
    readerTable([{ page: 'a page', visits }])
      .split('\n')
      .at(-1),
  ).toBe('| a page | 0.80 | 0.70 | 1.80 | 1 | 30.0 | 2 | 31.0 | 3 | 32.0 |');
});

test('every row has a cell for each head', () => {
  const rows = readerTable([{ page: 'a page', visits: [visit(900, 1)] }]).split('\n');
  expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1);
});
