import { describe, expect, test } from 'vitest';
import { changedAt, isPublished, newestChange, newestFirst } from './article.ts';

const noon = new Date('2024-07-08T12:00:00Z');
const justBefore = new Date('2024-07-08T11:59:59.999Z');
const justAfter = new Date('2024-07-08T12:00:00.001Z');

describe('isPublished', () => {
  const lifetime = (fields: Partial<Parameters<typeof isPublished>[0]> = {}) => ({
    draft: false,
    publishedAt: new Date('2024-07-01T00:00:00Z'),
    ...fields,
  });

  test('an article whose time has come and that never expires is published', () => {
    expect(isPublished(lifetime(), noon)).toBe(true);
  });

  test('an article dated in the future waits until its very moment', () => {
    const article = lifetime({ publishedAt: noon });
    expect(isPublished(article, justBefore)).toBe(false);
    expect(isPublished(article, noon)).toBe(true);
    expect(isPublished(article, justAfter)).toBe(true);
  });

  test('an article is gone from the very moment of its expiry', () => {
    const article = lifetime({ expiresAt: noon });
    expect(isPublished(article, justBefore)).toBe(true);
    expect(isPublished(article, noon)).toBe(false);
    expect(isPublished(article, justAfter)).toBe(false);
  });

  test('an article that expires later still waits for its time', () => {
    const article = lifetime({ publishedAt: noon, expiresAt: justAfter });
    expect(isPublished(article, justBefore)).toBe(false);
    expect(isPublished(article, noon)).toBe(true);
  });

  test('a draft is not published, whatever its times', () => {
    expect(isPublished(lifetime({ draft: true }), noon)).toBe(false);
    expect(isPublished(lifetime({ draft: true, expiresAt: justAfter }), noon)).toBe(false);
  });
});

describe('newestFirst', () => {
  const story = (slug: string, publishedAt: Date) => ({ slug, publishedAt });

  test('later moments come first, to the millisecond', () => {
    const stories = [story('b', noon), story('c', justBefore), story('a', justAfter)];
    expect(stories.sort(newestFirst).map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
  });

  test('the date outweighs the slug', () => {
    const stories = [story('a', justBefore), story('z', justAfter)];
    expect(stories.sort(newestFirst).map(({ slug }) => slug)).toEqual(['z', 'a']);
  });

  test.each([[['a', 'b', 'c']], [['c', 'b', 'a']], [['b', 'c', 'a']], [['c', 'a', 'b']]])(
    'of one moment, %j come in the order of their slugs',
    (slugs) => {
      const stories = slugs.map((slug) => story(slug, noon));
      expect(stories.sort(newestFirst).map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
    },
  );

  test('an article and itself are equal', () => {
    expect(newestFirst(story('a', noon), story('a', noon))).toBe(0);
  });
});

describe('when stories changed', () => {
  const untouched = { publishedAt: noon };
  const updated = { publishedAt: justBefore, updatedAt: justAfter };

  test('a story changed when it was updated, or else when it was published', () => {
    expect(changedAt(updated)).toEqual(justAfter);
    expect(changedAt(untouched)).toEqual(noon);
  });

  test('of several, the newest change counts, whichever story was published last', () => {
    expect(newestChange([untouched, updated])).toEqual(justAfter);
    expect(newestChange([updated, untouched])).toEqual(justAfter);
    expect(newestChange([])).toBeUndefined();
  });
});
