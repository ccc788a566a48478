import { expect, test } from 'vitest';
import { randomOf } from './random.ts';

const numbers = (seed: number): number[] => {
  const random = randomOf(seed);
  return Array.from({ length: 200 }, () => random.below(10));
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
});

test('every number below the limit comes up, and no other', () => {
  expect([...new Set(numbers(1))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('some of a list are different ones of it, and never more than there are', () => {
  const some = randomOf(1).some(['a', 'b', 'c'], 5);
  expect(some.toSorted()).toEqual(['a', 'b', 'c']);
});
