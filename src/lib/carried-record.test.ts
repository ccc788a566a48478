import { describe, expect, test } from 'vitest';
import { foldedWords, hasWord } from './carried-record.ts';
import { soughtWords } from './search-words.ts';

test('each word is kept once, without capitals and marks', () => {
  expect(foldedWords('The Café, the cafe and al-Aqsa')).toBe('the cafe and al aqsa');
});

describe('a story is found', () => {
  const words = foldedWords('Ships left Al-Aqsa’s harbour. وصلت السفن إلى الميناء، والكتاب معها');
  test.each(['ship', 'SHIPS', 'aqsa', 'harb', 'السفن', 'سفن', 'ميناء', 'كتاب', 'كِتَاب'])(
    'by %s',
    (word) => {
      expect(hasWord({ words }, soughtWords(word))).toBe(true);
    },
  );
  test.each(['hips', 'boat', 'harbours', 'قارب'])('not by %s', (word) => {
    expect(hasWord({ words }, soughtWords(word))).toBe(false);
  });
});
