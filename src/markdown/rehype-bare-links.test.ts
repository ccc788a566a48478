import { expect, test } from 'vitest';
import { article } from './sample-body.ts';

test.each([
  ['في https://example.org/a?b=c، ثم', 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['هل قرأت www.example.org/a؟', 'http://www.example.org/a', 'www.example.org/a'],
  ['«https://example.org/»؛ ثم', 'https://example.org/', 'https://example.org/'],
  ['“https://example.org/”', 'https://example.org/', 'https://example.org/'],
])('the marks behind the address in %s stand behind its link', async (markdown, href, text) => {
  const body = await article(markdown);
  expect(body.each('a', 'href')).toEqual([href]);
  expect(body.texts('a')).toEqual([text]);
  expect(body.text).toBe(markdown);
});

test.each([
  ['[هل هذا هو؟](https://example.org/%D8%9F)', 'https://example.org/%D8%9F'],
  ['https://example.org/غزة', 'https://example.org/%D8%BA%D8%B2%D8%A9'],
  ['[https://example.org؟](https://example.com/)', 'https://example.com/'],
])('the link %s stays as it is', async (markdown, href) => {
  expect((await article(markdown)).each('a', 'href')).toEqual([href]);
});
