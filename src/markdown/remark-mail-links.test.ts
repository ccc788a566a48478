import { expect, test } from 'vitest';
import { article } from './sample-body.ts';

test.each([
  ['mailto:post@example.org', ['mailto:post@example.org'], 'mailto:post@example.org'],
  ['Mailto:post@example.org.', ['mailto:post@example.org'], 'Mailto:post@example.org.'],
  ['See post@example.org', ['mailto:post@example.org'], 'See post@example.org'],
  ['[mailto:](x) post@example.org', ['x', 'mailto:post@example.org'], 'mailto: post@example.org'],
  ['xmpp:post@example.org', [], 'xmpp:post@example.org'],
  ['notmailto:post@example.org', ['mailto:post@example.org'], 'notmailto:post@example.org'],
])('%s', async (markdown, hrefs, text) => {
  const body = await article(markdown);
  expect(body.each('a', 'href')).toEqual(hrefs);
  expect(body.text).toBe(text);
});

test('the scheme is a part of the link', async () => {
  expect((await article('Write to mailto:post@example.org.')).texts('a')).toEqual([
    'mailto:post@example.org',
  ]);
});
