import { expect, test } from 'vitest';
import { TimeLimitError, withinTime } from './time-limit.ts';

const forEver = (): never => {
  for (;;);
};

test('work that ends gives its result', () => {
  expect(withinTime(() => [1, 2])).toEqual([1, 2]);
  expect(withinTime(() => null)).toBeNull();
});

test('work that does not end is ended', () => {
  expect(() => {
    withinTime(forEver, 20);
  }).toThrow(TimeLimitError);
});

test('work goes on after work that did not end', () => {
  expect(() => {
    withinTime(forEver, 20);
  }).toThrow('Took more than 0.02 s.');
  expect(withinTime(() => 'next')).toBe('next');
});

test('an error of the work comes through', () => {
  const failed = new RangeError('too deep');
  expect(() =>
    withinTime(() => {
      throw failed;
    }),
  ).toThrow(failed);
});

test('work may hold work that is limited too', () => {
  expect(withinTime(() => withinTime(() => 1) + withinTime(() => 2))).toBe(3);
  expect(() => {
    withinTime(() => {
      withinTime(forEver, 20);
    });
  }).toThrow(TimeLimitError);
});
