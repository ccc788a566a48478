import { describe, expect, test } from 'vitest';
import { editions } from '#site.ts';
import { editionParam, editionPaths, hasPage, listPages, pageParam } from './route.ts';

const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

describe('listPages', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [19, [19]],
    [20, [20]],
    [21, [20, 1]],
    [40, [20, 20]],
    [45, [20, 20, 5]],
  ])('puts %i items, twenty a page, on pages of %j', (length, sizes) => {
    const pages = listPages(numbers(length), 20);
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(pages.map(({ number }) => number)).toEqual(numbers(sizes.length));
    expect(pages.map(({ total }) => total)).toEqual(sizes.map(() => sizes.length));
  });

  test('keeps every item, once and in order', () => {
    expect(listPages(numbers(45), 20).flatMap(({ items }) => items)).toEqual(numbers(45));
  });
});

describe('hasPage', () => {
  test.each([
    [0, 1, true],
    [0, 2, false],
    [20, 1, true],
    [20, 2, false],
    [21, 2, true],
    [45, 3, true],
    [45, 4, false],
  ])('with %i items, whether there is a page %i: %s', (length, number, has) => {
    expect(hasPage(numbers(length), 20, { number })).toBe(has);
  });
});

describe('the parameters of a route', () => {
  test('the first page has no number, the others do', () => {
    expect(pageParam({ number: 1 })).toBeUndefined();
    expect(pageParam({ number: 2 })).toBe('2');
    expect(pageParam({ number: 11 })).toBe('11');
  });

  test('the edition at the root has no folder, the others do', () => {
    expect(editionParam({ folder: '' })).toBeUndefined();
    expect(editionParam({ folder: 'ar' })).toBe('ar');
  });

  test('every edition has a path, with itself as its property', () => {
    const paths = editionPaths(({ id }) => ({ id }));
    expect(paths.map(({ props }) => props.id)).toEqual(editions.map(({ id }) => id));
    expect(paths.map(({ params }) => params.edition)).toEqual(editions.map(editionParam));
  });
});
