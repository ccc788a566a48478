import { describe, expect, test } from 'vitest';
import { absoluteHtml, decodeReferences } from './cleaned-html.ts';

const page = 'https://example.org/news/articles/harbour/';

describe('absoluteHtml', () => {
  test.each([
    ['<a href="/news/about/">a</a>', '<a href="https://example.org/news/about/">a</a>'],
    ['<a href="#note-fn-1">1</a>', `<a href="${page}#note-fn-1">1</a>`],
    ['<a href="../olives/">a</a>', '<a href="https://example.org/news/articles/olives/">a</a>'],
    ['<a href="https://a.example/b">a</a>', '<a href="https://a.example/b">a</a>'],
    ['<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'],
    [
      '<img src="/news/pictures/a.svg" alt="x" width="4">',
      '<img src="https://example.org/news/pictures/a.svg" alt="x" width="4">',
    ],
    [
      '<source srcset="/a.avif 360w, /b.avif 720w" sizes="41rem"><source srcset="/a.avif">',
      '<source srcset="https://example.org/a.avif 360w, https://example.org/b.avif 720w" sizes="41rem"><source srcset="https://example.org/a.avif">',
    ],
    [
      '<a href="/?a=1&#x26;b=%22&#x22;">a</a>',
      '<a href="https://example.org/?a=1&#x26;b=%22%22">a</a>',
    ],
    ['<a href="https://">broken</a>', '<a href="https://">broken</a>'],
  ])('%s', (html, absolute) => {
    expect(absoluteHtml(html, page)).toBe(absolute);
  });

  test.each([
    '<p>href="/a" in text, and 3 &#x3C; 4 src="/b"</p>',
    '<a title="> href=" class="x">a title that looks like an address</a>',
    '<img alt="<a href=/a>" width="3">',
    '<code>&#x3C;a href="/a"></code>',
  ])('leaves %s as it is', (html) => {
    expect(absoluteHtml(html, page)).toBe(html);
  });
});

test('decodeReferences reads what rehype-stringify writes', () => {
  expect(decodeReferences('a &#x26; b &#x3C; &#x22;c&#x22; &#x1F600;')).toBe('a & b < "c" 😀');
});
