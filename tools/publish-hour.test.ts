import { expect, test } from 'vitest';
import { nextHour } from './publish-hour.ts';

test.each([
  ['in summer', '2024-07-08T05:12:30Z', 'Asia/Gaza', '2024-07-08T09:00:00+03:00'],
  ['in winter', '2024-12-01T05:12:30Z', 'Asia/Gaza', '2024-12-01T08:00:00+02:00'],
  ['on the hour', '2024-12-01T06:00:00Z', 'Asia/Gaza', '2024-12-01T09:00:00+02:00'],
  ['before midnight', '2024-12-31T21:59:59Z', 'Asia/Gaza', '2025-01-01T00:00:00+02:00'],
  ['west of UTC', '2024-07-08T01:12:30Z', 'America/New_York', '2024-07-07T22:00:00-04:00'],
  ['half an hour east', '2024-07-08T05:12:30Z', 'Asia/Kolkata', '2024-07-08T11:00:00+05:30'],
  ['half an hour west', '2024-07-08T05:42:30Z', 'America/St_Johns', '2024-07-08T04:00:00-02:30'],
  ['at UTC', '2024-07-08T05:12:30Z', 'UTC', '2024-07-08T06:00:00+00:00'],
  ['as clocks go forward', '2024-03-31T00:30:00Z', 'Europe/London', '2024-03-31T02:00:00+01:00'],
  ['as clocks go back', '2024-10-27T00:30:00Z', 'Europe/London', '2024-10-27T01:00:00+00:00'],
])('%s, the next full hour is told with its own offset', (_when, now, timeZone, next) => {
  expect(nextHour(new Date(now), timeZone)).toBe(next);
  expect(new Date(next).getTime()).toBeGreaterThan(new Date(now).getTime());
});
