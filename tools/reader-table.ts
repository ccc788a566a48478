/** What readers of a page wait for, as a table. */
import type { Traffic } from './reader-traffic.ts';

/** One visit with an empty cache. Times are milliseconds since the address was asked for. */
export interface Visit {
  readonly firstPaint: number;
  readonly readable: number;
  readonly largestPaint: number;
  readonly load: number;
  readonly untilReadable: Traffic;
  readonly untilLoad: Traffic;
  /** Until nothing had been asked for for half a second. */
  readonly untilRest: Traffic;
}

export interface PageVisits {
  readonly page: string;
  readonly visits: readonly Visit[];
}

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

type Column = readonly [
  head: string,
  value: (visit: Visit) => number,
  unit: number,
  digits: number,
];

const traffic = (when: string, of: (visit: Visit) => Traffic): Column[] => [
  [`requests ${when}`, (visit) => of(visit).requests, 1, 0],
  ['kB', (visit) => of(visit).bytes, 1000, 1],
];

const columns: readonly Column[] = [
  ['readable, s', ({ readable }) => readable, 1000, 2],
  ['first paint, s', ({ firstPaint }) => firstPaint, 1000, 2],
  ['largest paint, s', ({ largestPaint }) => largestPaint, 1000, 2],
  ...traffic('until readable', ({ untilReadable }) => untilReadable),
  ...traffic('until load', ({ untilLoad }) => untilLoad),
  ...traffic('until at rest', ({ untilRest }) => untilRest),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Markdown, with the median of each number by itself. */
export function readerTable(pages: readonly PageVisits[]): string {
  return [
    row(['page', ...columns.map(([head]) => head)]),
    row(['---', ...columns.map(() => '--:')]),
    ...pages.map(({ page, visits }) =>
      row([
        page,
        ...columns.map(([, value, unit, digits]) =>
          (median(visits.map(value)) / unit).toFixed(digits),
        ),
      ]),
    ),
  ].join('\n');
}
