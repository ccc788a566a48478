import { expect, test } from 'vitest';
import { type Measurement, median, tableOf, unequal } from './bench-table.ts';

const measured = (fields: Partial<Measurement>): Measurement => ({
  peer: 'this site',
  articles: 1000,
  job: 'cold',
  runs: 3,
  wall: 4,
  processor: 5,
  memory: 100,
  written: 1000,
  lists: 70,
  files: 6000,
  bytes: 20_000_000,
  ...fields,
});

test('medians are those of each number', () => {
  const run = (wall: number, memory: number) => ({ wall, processor: 1, memory });
  expect(median([run(3, 9), run(1, 8), run(2, 7)])).toEqual(run(2, 8));
  expect(median([run(3, 9)])).toEqual(run(3, 9));
});

test('times are told as multiples of those of Hugo, at the same job', () => {
  const table = tableOf([
    measured({}),
    measured({ peer: 'Hugo', wall: 8 }),
    measured({ peer: 'Hugo', wall: 4, job: 'edit' }),
  ]);
  expect(table).toContain('| 1,000 | this site | cold | 3 | 4.0 | 0.50 | 5.0 | 100 | 1,000 | 70 |');
  expect(table).toContain('| 1,000 | Hugo | cold | 3 | 8.0 | 1.00 |');
});

test('generators that make other numbers of lists cannot be compared', () => {
  expect(unequal([measured({}), measured({ peer: 'Hugo' })])).toBeUndefined();
  expect(unequal([measured({}), measured({ peer: 'Hugo', lists: 69 })])).toBe(
    'Of 1000 articles, the generators made different numbers of list pages: this site 70, Hugo 69.',
  );
  expect(unequal([measured({}), measured({ peer: 'Hugo', lists: 9, articles: 100 })])).toBe(
    undefined,
  );
});
