import { describe, expect, test } from 'vitest';
import { beginsWith, indexedWord, soughtWords, wordsOfText } from './search-words.ts';

const stem = (word: string): string | undefined => soughtWords(word)[0];

describe('an Arabic word is found', () => {
  test.each([
    ['with and without the article', 'كتاب', ['الكتاب', 'بالكتاب', 'للكتاب', 'والكتاب', 'كالكتاب']],
    ['with and without vowel signs', 'كتاب', ['كِتَاب', 'كِتَابٌ', 'الكِتَاب', 'كـتـاب']],
    ['with a possessive or a plural ending', 'كتاب', ['كتابه', 'كتابها', 'كتابان', 'كتابين']],
    ['whatever its hamza sits on', 'أحمد', ['احمد', 'إحمد', 'آحمد', 'ٱحمد']],
    ['with ة or ه', 'غزة', ['غزه', 'الغزة', 'غَزَّة']],
    ['with ى or ي', 'مستشفى', ['مستشفي', 'المستشفى', 'المستشفيات']],
    [
      'as a country, its people and what is theirs',
      'فلسطين',
      ['فلسطيني', 'الفلسطينية', 'فلسطينيون', 'الفلسطينيين'],
    ],
    [
      'though its own first letters look like an article',
      'ألماني',
      ['الألماني', 'ألمانيا', 'الألمانية', 'والألمان'],
    ],
    ['though its own first letter looks like "and"', 'وزارة', ['الوزارة', 'والوزارة', 'وزارات']],
    ['though its own last letters look like an ending', 'بيان', ['البيان', 'بيانات', 'البيانات']],
    ['in the digits of either kind', '2024', ['٢٠٢٤', '۲۰۲۴']],
    ['typed with a Persian keyboard', 'كبير', ['کبیر']],
    ['with invisible characters in it', 'رئيس', ['رئيس\u200c', '\u061cرئيس\u200f']],
  ])('%s', (_how, word, others) => {
    expect(others.map(stem)).toEqual(others.map(() => stem(word)));
  });

  test.each(['وغزة', 'بغزة', 'لغزة', 'فغزة', 'كغزة'])('behind a particle: %s', (written) => {
    expect(indexedWord(written).split('-')).toContain(stem('غزة'));
    expect(soughtWords(written)).toContain(stem('غزة'));
  });

  test('and words that only look alike are kept apart', () => {
    expect(stem('الله')).not.toBe(stem('له'));
    expect(stem('كتب')).not.toBe(stem('كتاب'));
    expect(stem('والد')).not.toBe(stem('الد'));
  });
});

test('a word of another script goes into the index as it is written', () => {
  for (const word of ['Harbour', 'al-Aqsa', 'naïve', '1,000', '“Gaza”,']) {
    expect(indexedWord(word)).toBe(word);
  }
});

test('signs around an Arabic word stay where they are', () => {
  expect(indexedWord('«الكتاب»،')).toBe('«كتاب»،');
});

test('each word stays one word, so that places in the index are places in the text', () => {
  const text = 'صلى ﷺ \u200b ـ ___PAGEFIND_WEIGHT___9 __ A\u00a0b\u0085c\ufeffd — ً \u0600';
  const words = wordsOfText(text);
  expect(words).toEqual([
    'صلى',
    'ﷺ',
    'ـ',
    '___PAGEFIND_WEIGHT___9',
    '__',
    'A',
    'b',
    'c',
    'd',
    '—',
    'ً',
    '\u0600',
  ]);
  const folded = words.map(indexedWord);
  expect(wordsOfText(folded.join(' '))).toEqual(folded);
  expect(folded).toHaveLength(words.length);
});

test('no word of a story is an instruction to Pagefind', () => {
  expect(indexedWord('___PAGEFIND_WEIGHT___9')).not.toMatch(/^_/);
});

test('what a reader writes is looked for without case and signs', () => {
  expect(soughtWords('“Al-Aqsa”,')).toEqual(['alaqsa']);
  expect(soughtWords('«الكتاب»؟')).toEqual(['كتاب']);
  expect(soughtWords('–')).toEqual([]);
});

test.each([
  ['al-Aqsa', 'aqsa', true],
  ['al-Aqsa', 'alaq', true],
  ['Café,', 'caf', true],
  ['«والكتاب»', 'كتا', true],
  ['وغزة', 'غزه', true],
  ['harbour', 'harbourx', false],
  ['harbour', 'arb', false],
])('whether %s begins with %s: %s', (word, sought, answer) => {
  expect(beginsWith(word, sought)).toBe(answer);
});
