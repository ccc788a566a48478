import { describe, expect, test } from 'vitest';
import { type Edition, editions } from '#site.ts';
import { articleCard, cardAlt, categoryCard, drawableText, homeCard } from './card.ts';

const edition = (id: string): Edition => {
  const found = editions.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No edition ${id}.`);
  return found;
};

const story = {
  edition: edition('en'),
  slug: 'harbour',
  title: 'Harbour <b>opens</b> & closes',
  categories: ['gaza-news', 'world'],
  // Already the next day in Gaza.
  publishedAt: new Date('2024-07-08T22:30:00Z'),
} as const;

describe('a card', () => {
  test('of an article has its headline as it was written, its first category and its day in Gaza', () => {
    expect(articleCard(story)).toEqual({
      place: 'en/articles/harbour',
      lang: 'en',
      dir: 'ltr',
      siteName: 'Gaza & Palestine News',
      label: 'Gaza News',
      headline: 'Harbour <b>opens</b> & closes',
      date: '9 July 2024',
    });
  });

  test('in Arabic runs from right to left and names the month as the Levant does', () => {
    expect(articleCard({ ...story, edition: edition('ar') })).toMatchObject({
      dir: 'rtl',
      label: 'أخبار غزة',
      date: '9 تموز 2024',
    });
  });

  test('of a category has its name and what it is about', () => {
    expect(categoryCard(edition('en'), 'world')).toMatchObject({
      place: 'en/world',
      siteName: 'Gaza & Palestine News',
      headline: 'World',
      text: edition('en').categories.world.description,
    });
  });

  test('of a home page names the site once, and nothing that changes from day to day', () => {
    expect(homeCard(edition('en'))).toEqual({
      place: 'en/home',
      lang: 'en',
      dir: 'ltr',
      headline: 'Gaza & Palestine News',
      text: edition('en').tagline,
    });
  });

  test('is described by its headline and the site', () => {
    expect(cardAlt(articleCard(story))).toBe(
      'Harbour <b>opens</b> & closes – Gaza & Palestine News',
    );
    expect(cardAlt(homeCard(edition('en')))).toBe('Gaza & Palestine News');
  });
});

describe('of a text, only what can be drawn is kept', () => {
  const hasGlyph = (codePoint: number) =>
    /[ -~éء-ي]|\p{Mn}/u.test(String.fromCodePoint(codePoint)) && codePoint !== 0xfe0f;

  test.each([
    ['plain text', 'Ships & sails: 100% <b>', 'Ships & sails: 100% <b>'],
    ['emoji, flags and joined emoji', '😀 Harbour 🇵🇸👩‍👩‍👧 opens ❤️', 'Harbour opens'],
    ['other signs', 'Harbour ■ opens\u{1f5fa}', 'Harbour opens'],
    ['spaces of every width', 'Harbour\u2009opens\u00a0now', 'Harbour opens now'],
    ['letters with their marks apart', 'cafe\u0301', 'café'],
    ['more marks than a letter can bear', `e${'\u0301'.repeat(40)}`, 'é\u0301\u0301'],
    ['the marks of direction', 'كتاب\u200f!', 'كتاب\u200f!'],
    ['soft hyphens and joiners without a glyph', 'Har\u00adbour\u200b', 'Harbour'],
    ['half a surrogate pair', 'Harbour\ud83d', 'Harbour'],
  ])('%s', (_what, text, drawable) => {
    expect(drawableText(text, hasGlyph)).toBe(drawable);
  });

  test.each(['Talks in 東京', 'नमस्ते', '😀', '', '…'])('%j is not drawn at all', (text) => {
    expect(drawableText(text, hasGlyph)).toBeUndefined();
  });
});
