import { describe, expect, test } from 'vitest';
import { formatSchedule, scheduleOf } from './schedule.ts';

const noon = new Date('2024-07-08T12:00:00Z');

const story = (
  fields: { draft?: boolean; publishedAt?: string; expiresAt?: string } = {},
  edition = 'en',
) => ({
  file: 'content/a.md',
  edition,
  fields: {
    draft: fields.draft ?? false,
    publishedAt: new Date(fields.publishedAt ?? '2024-07-01T00:00:00Z'),
    expiresAt: fields.expiresAt === undefined ? undefined : new Date(fields.expiresAt),
  },
});

test('what is due is counted by edition', () => {
  const { published } = scheduleOf([story(), story(), story({}, 'ar')], noon);
  expect([...published]).toEqual([
    ['en', 2],
    ['ar', 1],
  ]);
});

test.each([
  [{ draft: true }, 'a draft'],
  [{ publishedAt: '2024-07-08T12:00:01Z' }, 'until 2024-07-08T12:00:01Z'],
  [{ expiresAt: '2024-07-08T12:00:00Z' }, 'expired at 2024-07-08T12:00:00Z'],
])('%o is held back: %s', (fields, why) => {
  expect(scheduleOf([story(fields)], noon).heldBack).toEqual([{ file: 'content/a.md', why }]);
});

describe('the next build is due', () => {
  test('when the first story becomes due or expires', () => {
    const stories = [
      story({ publishedAt: '2024-07-10T00:00:00Z' }),
      story({ expiresAt: '2024-07-09T00:00:00Z' }),
      story({ publishedAt: '2024-07-11T00:00:00Z', expiresAt: '2024-07-12T00:00:00Z' }),
    ];
    expect(scheduleOf(stories, noon).nextChange).toEqual(new Date('2024-07-09T00:00:00Z'));
  });

  test('never for drafts and for what is past', () => {
    const stories = [
      story({ draft: true, publishedAt: '2024-07-09T00:00:00Z' }),
      story({ expiresAt: '2024-07-02T00:00:00Z' }),
    ];
    expect(scheduleOf(stories, noon).nextChange).toBeUndefined();
  });
});

test('the report says what was published, what was held back and until when, and when to build again', () => {
  const stories = [story(), story({ publishedAt: '2024-07-09T00:00:00Z' })];
  expect(formatSchedule(scheduleOf(stories, noon)).split('\n')).toEqual([
    'Stories published: 1 en. Held back: 1.',
    '  content/a.md: until 2024-07-09T00:00:00Z',
    'Build again at 2024-07-09T00:00:00Z, or soon after: a story becomes due or expires then.',
  ]);
});
