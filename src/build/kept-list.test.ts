import { expect, test } from 'vitest';
import { type KeptFile, keptList } from './kept-list.ts';

const file = { digest: 'd'.repeat(64), size: 7, changedAt: 1_725_192_000_123.25 };
const nothing = { policy: undefined, movedTo: undefined };
const list = {
  of: 'e'.repeat(40),
  head: { code: 'a', content: 'b' },
  entries: [
    ['page', [{ path: 'index.html', ...file, policy: "default-src 'none'", movedTo: undefined }]],
    [
      'moved',
      [{ path: 'old/index.html', ...file, policy: "default-src 'none'", movedTo: '/new/' }],
    ],
    ['bare', [{ path: 'bare.html', ...file, policy: undefined, movedTo: '/bare/' }]],
    [
      'search',
      [
        { path: 'a', ...file, ...nothing },
        { path: 'b', ...file, ...nothing },
      ],
    ],
  ] satisfies [string, KeptFile[]][],
  gone: ['old'],
};

const written = (): string => Buffer.from(keptList.format(list)).toString();

test('a list is read as it was written', () => {
  expect(keptList.parse(Buffer.from(written()))).toMatchObject(list);
});

test('a policy is written once, however many pages have it', () => {
  expect(written().split("default-src 'none'")).toHaveLength(2);
});

test('a list of another version counts as none', () => {
  const other = written().replace(/"version":\d+/, '"version":2');
  expect(keptList.parse(Buffer.from(other))).toBeUndefined();
});
