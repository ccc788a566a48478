import { expect, test } from 'vitest';
import { onionAddress, otherPlaces } from './other-places.ts';

const onion = 'http://abcdef.onion/';
const news = new URL('https://example.org/news/');

test('a page has its twin at the onion address, whatever path the site stands below', () => {
  expect(onionAddress('/news/articles/ships/', { onion }, news)).toBe(
    'http://abcdef.onion/articles/ships/',
  );
});

test('nothing is offered where there is no such address, or where the page has come by it', () => {
  expect(onionAddress('/news/', { onion: '' }, news)).toBeUndefined();
  expect(onionAddress('/', { onion }, new URL(onion))).toBeUndefined();
});

test('only places that there are are named', () => {
  expect(otherPlaces({ onion, ipfs: '' })).toEqual([{ name: 'Tor', address: onion }]);
  expect(otherPlaces({ onion: '', ipfs: '' })).toEqual([]);
});
