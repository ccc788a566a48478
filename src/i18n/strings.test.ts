import { describe, expect, test } from 'vitest';
import { type Edition, editions } from '#site.ts';
import { countOf, wordsOf } from './strings.ts';
import type { Plural } from '#lib/plural.ts';

const editionOf = (id: string): Edition => {
  const edition = editions.find((candidate) => candidate.id === id);
  if (!edition) throw new Error(`src/site.ts lists no edition "${id}".`);
  return edition;
};
const en = editionOf('en');
const ar = editionOf('ar');

type Named<T> = { readonly name: string; readonly edition: string } & T;

const isPlural = (value: unknown): value is Plural =>
  typeof value === 'object' && value !== null && 'other' in value;

/** Whatever stands in a list of words, lists inside it opened, with its name. */
const entriesOf = (list: object, prefix = ''): [string, unknown][] =>
  Object.entries(list).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !isPlural(value)
      ? entriesOf(value, `${prefix}${key}.`)
      : [[prefix + key, value]],
  );

const all = editions.flatMap((edition) =>
  entriesOf(wordsOf(edition)).map(([name, value]) => ({ edition, name, value })),
);

const plurals = all.flatMap(({ edition, name, value }) =>
  isPlural(value) ? [{ edition: edition.id, locale: edition.locale, name, plural: value }] : [],
);

const blank = (index: number): string => `{${index}}`;

/** Each phrase as a text, its blanks filled with {0}, {1}. */
const texts = all.flatMap(
  ({ edition: { id: edition }, name, value }): Named<{ text: string }>[] => {
    if (isPlural(value)) {
      return Object.entries(value).map(([form, text]) => ({
        edition,
        name: `${name}.${form}`,
        text,
      }));
    }
    if (typeof value === 'function') {
      const parts = Array.from({ length: value.length }, (_, index) => blank(index));
      return [{ edition, name, text: (value as (...parts: string[]) => string)(...parts) }];
    }
    return [{ edition, name, text: String(value) }];
  },
);

const functions = all.flatMap(({ edition: { id: edition }, name, value }) =>
  typeof value === 'function' ? [{ edition, name, blanks: value.length }] : [],
);

describe('wordsOf', () => {
  test('gives each edition words of its own', () => {
    expect(wordsOf(en).home).toBe('Home');
    expect(wordsOf(ar).home).toBe('الرئيسية');
  });

  test('names the file to add for an edition without words', () => {
    expect(() => wordsOf({ id: 'fr' })).toThrow(
      'No words for the edition "fr". Add src/i18n/words/fr.ts.',
    );
  });

  const english = wordsOf(en);
  test.each([
    ['Post a Comment', english.postComment],
    ['See more', english.seeMore],
    ['Updated', english.updated],
    ['Correction', english.correction],
    ['Sources', english.sources],
    ['Skip to content', english.skipToContent],
  ])('keeps the words that the contract promises: %s', (promised, word) => {
    expect(word).toBe(promised);
  });
});

describe('every phrase', () => {
  test('says something in each edition', () => {
    expect(texts.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  test('prints everything that it is given', () => {
    const silent = functions.filter(({ edition, name, blanks }) => {
      const text = texts.find((entry) => entry.edition === edition && entry.name === name)?.text;
      return !Array.from({ length: blanks }, (_, index) => blank(index)).every((part) =>
        text?.includes(part),
      );
    });
    expect(functions.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });

  test('is Arabic in the Arabic edition, save for acronyms', () => {
    const foreign = texts
      .filter(({ edition }) => edition === 'ar')
      .filter(({ text }) => /\p{Lowercase}/u.test(text) && !/\p{Script=Arabic}/u.test(text));
    expect(foreign).toEqual([]);
  });

  test('holds no Arabic in the English edition', () => {
    const foreign = texts
      .filter(({ edition }) => edition === 'en')
      .filter(({ text }) => /\p{Script=Arabic}/u.test(text));
    expect(foreign).toEqual([]);
  });
});

describe('every plural', () => {
  test.each(plurals)('$name ($edition) has each form that its language has', (entry) => {
    const { pluralCategories } = new Intl.PluralRules(entry.locale).resolvedOptions();
    expect(Object.keys(entry.plural).sort()).toEqual(pluralCategories.toSorted());
  });

  test.each(plurals)('$name ($edition) shows the number above two', ({ locale, plural }) => {
    for (const count of [3, 10, 11, 99, 100, 103]) {
      expect(countOf(count, plural, { locale })).toContain(String(count));
    }
  });

  test.each(plurals)('$name ($edition) never shows its blank', ({ locale, plural }) => {
    for (const count of [0, 1, 2, 3, 11, 100]) {
      expect(countOf(count, plural, { locale })).not.toContain('#');
    }
  });
});

describe('countOf in English', () => {
  const { comments, minutes, articles } = wordsOf(en);

  test.each([
    [0, '0 Comments', '0 minutes to read', '0 stories'],
    [1, '1 Comment', '1 minute to read', '1 story'],
    [2, '2 Comments', '2 minutes to read', '2 stories'],
    [11, '11 Comments', '11 minutes to read', '11 stories'],
    [101, '101 Comments', '101 minutes to read', '101 stories'],
    [1000, '1,000 Comments', '1,000 minutes to read', '1,000 stories'],
  ])('%i: %s, %s, %s', (count, ofComments, ofMinutes, ofArticles) => {
    expect(countOf(count, comments, en)).toBe(ofComments);
    expect(countOf(count, minutes, en)).toBe(ofMinutes);
    expect(countOf(count, articles, en)).toBe(ofArticles);
  });
});

describe('countOf in Arabic', () => {
  const { comments, minutes, articles } = wordsOf(ar);

  test.each([
    [0, 'لا تعليقات', 'أقل من دقيقة للقراءة', 'لا مقالات'],
    [1, 'تعليق واحد', 'دقيقة واحدة للقراءة', 'مقال واحد'],
    [2, 'تعليقان', 'دقيقتان للقراءة', 'مقالان'],
    [3, '3 تعليقات', '3 دقائق للقراءة', '3 مقالات'],
    [10, '10 تعليقات', '10 دقائق للقراءة', '10 مقالات'],
    [11, '11 تعليقًا', '11 دقيقة للقراءة', '11 مقالًا'],
    [99, '99 تعليقًا', '99 دقيقة للقراءة', '99 مقالًا'],
    [100, '100 تعليق', '100 دقيقة للقراءة', '100 مقال'],
    [101, '101 تعليق', '101 دقيقة للقراءة', '101 مقال'],
    [102, '102 تعليق', '102 دقيقة للقراءة', '102 مقال'],
    [103, '103 تعليقات', '103 دقائق للقراءة', '103 مقالات'],
    [1000, '1,000 تعليق', '1,000 دقيقة للقراءة', '1,000 مقال'],
  ])('%i: %s، %s، %s', (count, ofComments, ofMinutes, ofArticles) => {
    expect(countOf(count, comments, ar)).toBe(ofComments);
    expect(countOf(count, minutes, ar)).toBe(ofMinutes);
    expect(countOf(count, articles, ar)).toBe(ofArticles);
  });
});

test('a count whose form is missing takes the one for all others', () => {
  expect(countOf(3, { one: 'one', other: '# others' }, ar)).toBe('3 others');
});
