import { expect, test } from 'vitest';
import { slugPattern } from '#lib/slug.ts';
import { articleSlug } from './article-slug.ts';

test.each([
  ['Four ships came in', 'four-ships-came-in'],
  ['  What’s next — “harbour” & Łódź?  ', 'whats-next-harbour-and-lodz'],
  ['McDonald leaves in 2024', 'mcdonald-leaves-in-2024'],
  ['__proto__', 'proto'],
])('the headline "%s" becomes %s', (headline, slug) => {
  expect(articleSlug(headline)).toBe(slug);
});

test.each([
  ['عودة الصيادين إلى البحر', 'ewdt-alsyadyn-ala-albhr'],
  ['غزّة في ٢٠٢٤ — «تقرير»', 'ghzt-fy-2024-tqryr'],
])('the Arabic headline "%s" is written in Latin letters', (headline, slug) => {
  expect(articleSlug(headline)).toBe(slug);
});

test('a headline without letters that can be written so has no slug', () => {
  expect(articleSlug('🙂 …')).toBe('');
});

test.each([
  'A long headline that goes on and on until nobody remembers how it began in the harbour',
  'مكتبة الجامعة الإسلامية تفتح أبوابها مؤقتًا لطلبة المدارس الثانوية في مدينة غزة بعد عام',
  `${'ship '.repeat(11)}ships come in`,
  'x'.repeat(100),
])('of a long headline, whole words up to 60 characters are kept: %s', (headline) => {
  const slug = articleSlug(headline);
  expect(slug).toMatch(slugPattern);
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug.length).toBeGreaterThan(45);
});

test('a word that ends at the sixtieth character is kept', () => {
  const words = `${'ship '.repeat(11)}ships`;
  expect(articleSlug(`${words} come in`)).toBe(words.replaceAll(' ', '-'));
});
