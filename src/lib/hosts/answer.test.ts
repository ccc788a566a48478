import { expect, test } from 'vitest';
import { type Answer, answerFaults, type Expectation } from './answer.ts';

const policy = "default-src 'none'; style-src 'sha256-a='";
const good: Record<string, string> = {
  'cache-control': 'public, max-age=0, must-revalidate',
  'content-type': 'text/html; charset=utf-8',
  'content-encoding': 'gzip',
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=()',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
};
const page = `<meta http-equiv="Content-Security-Policy" content="${policy}">${'word '.repeat(400)}`;

function faults(
  headers: Record<string, string>,
  answer: Partial<Answer> = {},
  expectation: Partial<Expectation> = {},
): string[] {
  return answerFaults(
    {
      path: '/about/',
      status: 200,
      headers: new Headers({ ...good, ...headers }),
      body: page,
      ...answer,
    },
    { lifetime: 'revalidated', isSecure: true, ...expectation },
  );
}

test('an answer as it should be has no fault', () => {
  expect(faults({})).toEqual([]);
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a page that is kept for a day', { 'cache-control': 'max-age=86400' }, /up to 1440 minutes/],
  ['no word on lifetimes', { 'cache-control': '' }, /browsers guess/],
  ['a wrong type', { 'content-type': 'application/octet-stream' }, /not text\/html/],
  ['no guard against guessing', { 'x-content-type-options': '' }, /x-content-type-options/],
  ['a short promise of https', { 'strict-transport-security': 'max-age=300' }, /without https/],
  ['a cookie', { 'set-cookie': 'a=b' }, /sets a cookie/],
  ['no policy', { 'content-security-policy': '' }, /has no Content-Security-Policy/],
  ['frames', { 'content-security-policy': policy }, /frame-ancestors/],
  [
    'an old policy',
    {
      'content-security-policy':
        "default-src 'none'; style-src 'sha256-b='; frame-ancestors 'none'",
    },
    /forbids what the page needs \(style-src 'sha256-a='\)/,
  ],
  [
    'an unsafe policy',
    { 'content-security-policy': `${policy} 'unsafe-inline'; frame-ancestors 'none'` },
    /unsafe/,
  ],
])('%s is told', (_what, headers, expected) => {
  const found = faults(headers);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test('text that is not compressed is told, short text is not', () => {
  const headers = new Headers(good);
  headers.delete('content-encoding');
  expect(faults({}, { headers })).toEqual([expect.stringMatching(/not compressed/)]);
  expect(faults({}, { headers, body: page.slice(0, 900) })).toEqual([]);
});

test('what never changes should be kept', () => {
  const answer = { path: '/_astro/a.js' };
  const headers = { 'content-type': 'application/javascript' };
  expect(faults(headers, answer, { lifetime: 'immutable' })).toEqual([
    expect.stringMatching(/load it again and again/),
  ]);
  const kept = { ...headers, 'cache-control': 'max-age=31536000, immutable' };
  expect(faults(kept, answer, { lifetime: 'immutable' })).toEqual([]);
});

test('a site without https is not asked for what only https has', () => {
  expect(faults({ 'strict-transport-security': '' }, {}, { isSecure: false })).toEqual([]);
});

test('text that does not name its encoding is told', () => {
  expect(faults({ 'content-type': 'text/markdown' }, { path: '/articles/a.md' })).toEqual([
    expect.stringMatching(/UTF-8/),
  ]);
});

test('a wrong status is all that is told', () => {
  expect(faults({ 'cache-control': '' }, { status: 500 })).toEqual([
    'It is answered with 500, not with 200.',
  ]);
});

test('a page that was changed on its way is told', () => {
  expect(faults({}, { body: 'word '.repeat(400) })).toEqual([
    expect.stringMatching(/something changed it/),
  ]);
});

test('a worker must be allowed to ask for pages, where its own policy speaks of that', () => {
  const worker = (policy: string) =>
    faults(
      { 'content-security-policy': policy, 'content-type': 'text/javascript' },
      { path: '/sw.js', body: 'short' },
    );
  expect(worker("default-src 'none'; script-src 'self'; connect-src 'self'")).toEqual([]);
  expect(worker('')).toEqual([]);
  expect(worker("default-src 'none'")).toEqual([expect.stringContaining('ask for nothing')]);
});
