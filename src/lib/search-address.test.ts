import { expect, test } from 'vitest';
import { longestQuery, readSearch, searchAddress } from './search-address.ts';

const page = 'https://example.org/news/ar/search/';

test.each([
  { query: 'olive oil', category: '', year: '' },
  { query: 'الكِتاب & "harbour" <b> #1 100%', category: 'gaza-news', year: '2024' },
  { query: '', category: 'world', year: '' },
])('an address that was written for $query is read back', (search) => {
  expect(readSearch(searchAddress(page, search))).toEqual(search);
});

test('an address holds what was chosen and nothing else, also where it held something else', () => {
  expect(
    searchAddress(`${page}?q=old&year=2020&utm=x#top`, { query: 'new', category: '', year: '' }),
  ).toBe(`${page}?q=new`);
  expect(searchAddress(`${page}?q=old`, { query: '', category: '', year: '' })).toBe(page);
});

test('space around and between words does not matter', () => {
  expect(readSearch(`${page}?q=++olive%0A+oil+`).query).toBe('olive oil');
});

test('a query has an end', () => {
  expect(readSearch(`${page}?q=${'a'.repeat(1000)}`).query).toHaveLength(longestQuery);
});
