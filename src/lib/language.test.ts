import { describe, expect, test } from 'vitest';
import { type Edition, editions } from '#site.ts';
import { conjunctionOf, foreignLanguage } from './language.ts';

const [en, ar] = editions as [Edition, Edition];
const fr: Edition = { ...en, id: 'fr', lang: 'fr' };
const ja: Edition = { ...en, id: 'ja', lang: 'ja' };

describe('a name is foreign', () => {
  test.each([
    ['UN Security Council', ar, 'en'],
    ['Résolution 2735 (2024)', ar, 'en'],
    ['مجلس الأمن', en, 'ar'],
  ])('"%s" where its letters are of the other script', (text, edition, lang) => {
    expect(foreignLanguage(text, edition)?.lang).toBe(lang);
  });
});

describe('nothing is claimed', () => {
  test.each([
    ['in the language around it', 'Security Council', en],
    ['in the language around it', 'مجلس الأمن', ar],
    ['in both', 'قرار UNESCO', ar],
    ['in both', 'The مجلس', en],
    ['in none: digits', '2735 (2024)', ar],
    ['in none: Greek', 'Αθήνα', en],
  ])('of a name %s: %s', (_why, text, edition) => {
    expect(foreignLanguage(text, edition)).toBeUndefined();
  });

  test('where two editions share the script', () => {
    expect(foreignLanguage('Conseil', ar, [en, ar, fr])).toBeUndefined();
    expect(foreignLanguage('مجلس', fr, [en, ar, fr])).toBe(ar);
  });

  test('of a language that mixes scripts', () => {
    expect(foreignLanguage('東京', en, [en, ja])).toBeUndefined();
  });
});

test.each([
  ['en-GB', 'Ada, Ben and Cleo'],
  ['ar-PS', 'Ada وBen وCleo'],
])('names stand after each other as %s writes them', (locale, line) => {
  expect(conjunctionOf(locale).format(['Ada', 'Ben', 'Cleo'])).toBe(line);
});
