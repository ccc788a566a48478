import { expect, test } from 'vitest';
import { trafficUntil } from './reader-traffic.ts';

const page = { begunAt: 1, endedAt: 2, bytes: 1000 };
const picture = { begunAt: 2, endedAt: 4, bytes: 40_000 };

test.each([
  ['before anything comes', 0.5, 0, 0],
  ['while an answer comes', 1.25, 1, 250],
  ['when one has come and another begins', 2, 2, 1000],
  ['while the second comes', 3, 2, 21_000],
  ['at the end', Infinity, 2, 41_000],
])('%s', (_when, until, requests, bytes) => {
  expect(trafficUntil([page, picture], until)).toEqual({ requests, bytes });
});

test('what was asked for and never answered counts for nothing', () => {
  const unanswered = { begunAt: Infinity, endedAt: Infinity, bytes: 0 };
  expect(trafficUntil([unanswered], Infinity)).toEqual({ requests: 0, bytes: 0 });
});
