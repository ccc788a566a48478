import { expect, test } from 'vitest';
import { digestOfText } from './digest.ts';
import { formatList, type KeptFile, type KeptList, parseList } from './kept-list.ts';

const file = { digest: 'd'.repeat(64), size: 7, changedAt: 1_725_192_000_123.25 };
const nothing = { policy: undefined, movedTo: undefined };
const files = new Map<string, KeptFile[]>([
  ['page', [{ path: 'index.html', ...file, policy: "default-src 'none'", movedTo: undefined }]],
  ['moved', [{ path: 'old/index.html', ...file, policy: "default-src 'none'", movedTo: '/new/' }]],
  ['bare', [{ path: 'bare.html', ...file, policy: undefined, movedTo: '/bare/' }]],
  [
    'search',
    [
      { path: 'a', ...file, ...nothing },
      { path: 'b', ...file, ...nothing },
    ],
  ],
]);
const list: KeptList = { inputs: { code: 'a', content: 'b' }, files };
const none: KeptList = { inputs: {}, files: new Map() };

test('a list is read as it was written', () => {
  expect(parseList(formatList(list))).toEqual(list);
});

test('a policy is written once, however many pages have it', () => {
  expect(formatList(list).split("default-src 'none'")).toHaveLength(2);
});

test('a list that is not as it was written counts as none', () => {
  const text = formatList(list);
  expect(parseList('')).toEqual(none);
  expect(parseList(text.slice(0, -9))).toEqual(none);
  expect(parseList(text.replace('index.html', 'about.html'))).toEqual(none);
});

test.each(['{"version":2,"kept":[]}', '{"version":3}', '[]', 'null', '4'])(
  'a list that reads %j counts as none',
  (text) => {
    expect(parseList(`${digestOfText(text)}\n${text}`)).toEqual(none);
  },
);
