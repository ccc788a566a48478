import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { article } from './sample-body.ts';

test.each([
  ['fenced', '```\n\n  ships\n```', '\n  ships\n'],
  ['fenced, of blank lines only', '```\n\n\n```', '\n\n'],
  ['of raw HTML', '<pre><code>\n  ships\n</code></pre>', '\n  ships\n'],
  ['of raw HTML, without code', '<pre>\n\n  ships\n</pre>', '\n  ships\n'],
  ['of raw HTML, with none', '<pre>\n  ships\n</pre>', '  ships\n'],
])('code keeps its blank first line: %s', async (_how, markdown, text) => {
  expect(toString((await article(markdown)).one('pre'))).toBe(text);
});
