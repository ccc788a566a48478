import { describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';

describe('a digest', () => {
  test.each([
    ['lists', ['a', 1], ['a', 1]],
    ['objects', { a: { b: new Date(5) } }, { a: { b: new Date(5) } }],
    ['nothing', undefined, undefined],
    ['maps', new Map([['a', [1]]]), new Map([['a', [1]]])],
  ])('is the same for equal %s', (_what, one, other) => {
    expect(digestOf(one)).toBe(digestOf(other));
  });

  test.each([
    ['a number and its text', 1, '1'],
    ['a date and its number', new Date(5), 5],
    ['null and undefined', { a: null }, { a: undefined }],
    ['what is missing and what is undefined', {}, { a: undefined }],
    ['one list in another and beside it', [['a'], 'b'], [['a', 'b']]],
    ['a text that looks like a list', ['a","b'], ['a', 'b']],
    ['a list and an object', [], {}],
    ['names that are exchanged', { a: 'b' }, { b: 'a' }],
  ])('tells %s apart', (_what, one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });

  test('of what brings one is that', () => {
    const one = { contentDigest: 'a', title: 'Ships' };
    expect(digestOf([one])).toBe(digestOf([{ ...one, title: 'Boats' }]));
    expect(digestOf([one])).not.toBe(digestOf([{ ...one, contentDigest: 'b' }]));
  });

  test('is refused where a page is given what cannot be compared', () => {
    expect(() => digestOf({ pathOf: () => '/' })).toThrow('a function');
  });
});
