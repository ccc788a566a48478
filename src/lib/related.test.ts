import { describe, expect, test } from 'vitest';
import { type Article, newestFirst } from './article.ts';
import { positionIn, reach, relatedAmong } from './related.ts';

type Story = Pick<Article, 'slug' | 'topics' | 'categories' | 'publishedAt'>;

const day = (number: number): Date => new Date(Date.UTC(2024, 0, number));

/** By default, of the same day and category as every other, and without a topic. */
const story = (slug: string, fields: Partial<Story> = {}): Story => ({
  slug,
  topics: [],
  categories: ['world'],
  publishedAt: day(15),
  ...fields,
});

const slugs = (stories: readonly Story[]): string[] => stories.map(({ slug }) => slug);

/** The stories related to one, when there are these others. */
const relatedIn = (article: Story, others: readonly Story[], most = 100): string[] =>
  slugs(relatedAmong([article, ...others].sort(newestFirst))(article, most));

describe('which stories are considered', () => {
  // From s40, the newest, down to s1.
  const archive = Array.from({ length: 40 }, (_, index) =>
    story(`s${40 - index}`, { publishedAt: day(40 - index) }),
  );
  const numbered = (from: number, to: number): Set<string> =>
    new Set(Array.from({ length: to - from + 1 }, (_, index) => `s${from + index}`));
  const related = (number: number, stories: readonly Story[], most = 100): string[] => {
    const article = stories.find(({ slug }) => slug === `s${number}`);
    if (!article) throw new Error(`There is no s${number}.`);
    return slugs(relatedAmong(stories)(article, most));
  };
  const considered = (number: number): Set<string> => new Set(related(number, archive));

  test('the reach is twelve stories', () => {
    expect(reach).toBe(12);
  });

  test('those within reach on either side, and never the article itself', () => {
    const expected = numbered(20 - reach, 20 + reach);
    expected.delete('s20');
    expect(considered(20)).toEqual(expected);
  });

  test('only older ones for the newest article, only newer ones for the oldest', () => {
    expect(considered(40)).toEqual(numbered(40 - reach, 39));
    expect(considered(1)).toEqual(numbered(2, 1 + reach));
  });

  test('of each topic and category by itself: out of reach in one, a story may be near in another', () => {
    expect(related(20, archive)).not.toContain('s1');
    const topical = archive.map((other) =>
      ['s1', 's20'].includes(other.slug) ? { ...other, topics: ['Polio'] } : other,
    );
    expect(related(20, topical)).toContain('s1');
  });

  test('each once, however much it shares', () => {
    const much = { topics: ['Polio', 'Health'], categories: ['world', 'gaza-news'] as const };
    expect(relatedIn(story('a', much), [story('b', much)])).toEqual(['b']);
  });

  test('none that shares nothing, none where there is no other', () => {
    expect(relatedIn(story('a'), [story('b', { categories: ['gaza-news'] })])).toEqual([]);
    expect(relatedIn(story('a'), [])).toEqual([]);
  });

  test('none for a story that is not among them', () => {
    expect(relatedAmong(archive)(story('other'), 4)).toEqual([]);
  });

  test('a topic and a category of one name are two things', () => {
    const article = story('a', { topics: ['World'], categories: ['gaza-news'] });
    expect(relatedIn(article, [story('b')])).toEqual([]);
  });

  test('a new story changes only what lies within reach of it', () => {
    const topical = archive.map((other) => ({ ...other, topics: ['Polio'] }));
    const changed = [story('new', { topics: ['Polio'], publishedAt: day(41) }), ...topical];
    expect(related(41 - reach, changed)).toContain('new');
    expect(related(40 - reach, changed, 4)).toEqual(related(40 - reach, topical, 4));
  });
});

describe('which stories come first', () => {
  const article = story('article', { topics: ['Polio', 'Health'] });

  test('the more topics they share, the earlier, however far in time', () => {
    expect(
      relatedIn(article, [
        story('none'),
        story('one', { topics: ['Polio'], publishedAt: day(5) }),
        story('both', { topics: ['Health', 'Polio'], publishedAt: day(1) }),
      ]),
    ).toEqual(['both', 'one', 'none']);
  });

  test('the more categories they share, the earlier', () => {
    const ofTwo = { ...article, categories: ['world', 'gaza-news'] as const };
    expect(
      relatedIn(ofTwo, [
        story('one', { publishedAt: day(5) }),
        story('both', { categories: ['gaza-news', 'world'], publishedAt: day(1) }),
      ]),
    ).toEqual(['both', 'one']);
  });

  test('a shared topic outweighs a shared category', () => {
    expect(
      relatedIn(article, [
        story('category'),
        story('topic', { topics: ['Polio'], categories: ['gaza-news'], publishedAt: day(1) }),
      ]),
    ).toEqual(['topic', 'category']);
  });

  test('two shared categories weigh as much as one shared topic: the nearer in time decides', () => {
    const ofTwo = { ...article, categories: ['world', 'gaza-news'] as const };
    const categories = (publishedAt: Date) =>
      story('categories', { categories: ['world', 'gaza-news'], publishedAt });
    const topic = (publishedAt: Date) =>
      story('topic', { topics: ['Polio'], categories: ['palestine-news'], publishedAt });
    expect(relatedIn(ofTwo, [categories(day(14)), topic(day(13))])).toEqual([
      'categories',
      'topic',
    ]);
    expect(relatedIn(ofTwo, [categories(day(13)), topic(day(14))])).toEqual([
      'topic',
      'categories',
    ]);
  });

  test('capitals make no difference between topics', () => {
    expect(
      relatedIn(article, [
        story('near'),
        story('same-topic', { topics: ['POLIO'], publishedAt: day(1) }),
      ]),
    ).toEqual(['same-topic', 'near']);
  });

  test('of equals, the nearest in time, before or after', () => {
    expect(
      relatedIn(article, [
        story('ten-before', { publishedAt: day(5) }),
        story('three-after', { publishedAt: day(18) }),
        story('two-before', { publishedAt: day(13) }),
      ]),
    ).toEqual(['two-before', 'three-after', 'ten-before']);
  });

  test('of equals just as near, the newer, whatever they share', () => {
    const topics = ['Polio', 'Health'] as const;
    const before = story('a-before', { topics: [topics[0]], publishedAt: day(14) });
    const after = story('b-after', { topics: [topics[1]], publishedAt: day(16) });
    expect(relatedIn(article, [before, after])).toEqual(['b-after', 'a-before']);
  });

  test('of equals of one moment, by their slugs, whatever they share', () => {
    const others = ['c', 'b', 'a'].map((slug, index) =>
      story(slug, { topics: [article.topics[index % 2] ?? ''] }),
    );
    expect(relatedIn(article, others)).toEqual(['a', 'b', 'c']);
  });

  test('no more than asked for, the best of them', () => {
    const others = [story('a'), story('b'), story('c', { topics: ['Polio'] })];
    expect(relatedIn(article, others, 2)).toEqual(['c', 'a']);
  });
});

describe('positionIn', () => {
  const list = [
    story('e', { publishedAt: day(9) }),
    story('b', { publishedAt: day(5) }),
    story('c', { publishedAt: day(5) }),
    story('d', { publishedAt: day(5) }),
    story('a', { publishedAt: day(2) }),
  ];

  test.each(list.map((article, index) => ({ slug: article.slug, article, index })))(
    'finds $slug at $index, though three stories share a moment',
    ({ article, index }) => {
      expect(positionIn(list, article)).toBe(index);
    },
  );

  test.each([
    ['newest', day(10), 0],
    ['middle', day(7), 1],
    ['oldest', day(1), 5],
  ])('says where a story that is not there would stand: %s', (slug, publishedAt, position) => {
    expect(positionIn(list, story(slug, { publishedAt }))).toBe(position);
  });

  test('is the beginning of an empty list', () => {
    expect(positionIn([], story('a'))).toBe(0);
  });
});
