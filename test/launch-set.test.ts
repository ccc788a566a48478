/** What the launch set promises: its size, its sources, and pictures that say what their stories say. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { OpenPage } from './site-files.ts';

const { launch } = inject('sites');
const root = join(import.meta.dirname, '..');

const stories = ['en', 'ar'].flatMap((edition) => {
  const folder = join(root, 'content', 'articles', edition, '2024');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ edition, slug: basename(name, '.md'), folder }));
});

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

const numbersIn = (text: string): string[] => text.match(/\d[\d,.]*\d|\d/g) ?? [];

/** The words that a picture shows: not its styles, comments and coordinates. */
const letteringOf = (svg: string): string =>
  svg
    .replaceAll(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->|<(title|desc)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');

/** Numbers that a story writes in words, and the marks of a scale. */
const writtenOtherwise: Readonly<Record<string, readonly string[]>> = {
  'en/palestine-asian-cup-2024': ['45', '90'],
  'en/security-council-resolution-2735': ['0'],
  'ar/gaza-polio-vaccination-2024': ['10'],
  'ar/tatreez-nabulsi-soap-heritage': ['1'],
};
const inWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

test.each(stories)(
  'every figure in the picture of $edition/$slug stands in its text',
  ({ edition, slug, folder }) => {
    const text = read(folder, `${slug}.md`);
    const known = new Set([
      ...numbersIn(text),
      ...(writtenOtherwise[`${edition}/${slug}`] ?? []),
      ...inWords.flatMap((word, index) =>
        new RegExp(`\\b${word}\\b`, 'i').test(text) ? [String(index + 1)] : [],
      ),
    ]);
    const shown = numbersIn(letteringOf(read(folder, `${slug}.svg`)));
    expect(shown.filter((number) => !known.has(number))).toEqual([]);
  },
);

test.each(stories)(
  'the picture of $edition/$slug tells what it is and brings nothing foreign',
  ({ folder, slug }) => {
    const svg = read(folder, `${slug}.svg`);
    expect(svg).toMatch(/<title[^>]*>[^<]{8,}<\/title>/);
    expect(svg).toMatch(/<desc[^>]*>[^<]{20,}<\/desc>/);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(
      /<script|<foreignObject|<image|\son\w+=|\sstyle=|@import|@font-face|url\((?!#)|href="(?!#)/i,
    );
  },
);

test.each(stories.filter(({ edition }) => edition === 'en'))(
  '$slug has 500 to 900 words and names its sources',
  ({ slug }) => {
    const page = new OpenPage(launch, `/articles/${slug}/`);
    const words = page.text('main article > .prose').split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(500);
    expect(words).toBeLessThanOrEqual(900);
    expect(page.all('section[aria-labelledby=sources] li').length).toBeGreaterThanOrEqual(3);
  },
);

test('the flagship carries everything that the first page of this site had', () => {
  const page = new OpenPage(launch, '/articles/modi-moscow-visit-july-2024/');
  const text = page.text('main');
  for (const mark of [
    'Offer',
    'Gaza News',
    'Palestine News',
    'See more',
    '0 Comments',
    'Post a Comment',
  ]) {
    expect(text).toContain(mark);
  }
  expect(page.texts('main article > .prose h2')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/agenda/i),
      expect.stringMatching(/historical ties/i),
    ]),
  );
  for (const figure of [
    '65.7bn',
    '33',
    '4.26',
    '61.44',
    '57.18',
    '14.40',
    '14,000',
    '4,500',
    '36',
    '41',
  ]) {
    expect(text, figure).toContain(figure);
  }
});
