import { expect, test } from 'vitest';
import { readKeptPage } from './kept-page.ts';

const page = (main: string, head = ''): string =>
  `<html><head><meta charset="utf-8">${head}<title>x</title></head><body><time datetime="2001-01-01T00:00:00Z">other</time><main id="content" title="a > b">${main}</main></body></html>`;

const time = '<time class="a > b" datetime="2024-07-08T23:30:00Z">9 July 2024, 02:30</time>';

test('a story has its headline as text, and its first time', () => {
  expect(
    readKeptPage(
      page(
        `<h1 class="p-name">It&#39;s <bdi>a &lt;b&gt;</bdi> &amp; c&quot;</h1>${time}<time datetime="x">y</time>`,
      ),
    ),
  ).toEqual({
    title: 'It\'s a <b> & c"',
    moment: { at: '2024-07-08T23:30:00Z', words: '9 July 2024, 02:30' },
  });
});

test('a page need not say when', () => {
  expect(readKeptPage(page('<h1>Title</h1>'))).toEqual({ title: 'Title', moment: undefined });
});

test('a page without a headline is no story, nor is one that leads on', () => {
  expect(readKeptPage(page('<p>x</p>'))).toBeUndefined();
  expect(readKeptPage(page('<h1> </h1>'))).toBeUndefined();
  expect(
    readKeptPage(page('<h1>Moved</h1>', '<meta http-equiv="refresh" content="0; url=/">')),
  ).toBeUndefined();
});
