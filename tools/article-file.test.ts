import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { articleSchema } from '#data/schema.ts';
import { articleFile } from './article-file.ts';
import { articleExplanations } from './field-explanations.ts';

const start = {
  title: 'Four ships',
  category: 'world',
  author: 'ada',
  publishedAt: '2024-07-08T09:00:00+03:00',
} as const;

const frontMatter = (text: string): string => text.split(/^---$/m)[1] ?? '';

/** With the sign deleted from every field that may be added. */
const withAllFields = (text: string): string => text.replaceAll(/^#(?! [^ ])/gm, '');

test('what it says from the beginning passes the checks, as a draft', () => {
  const fields = articleSchema.parse(parse(frontMatter(articleFile(start))));
  expect(fields).toMatchObject({
    title: 'Four ships',
    categories: ['world'],
    authors: ['ada'],
    publishedAt: new Date('2024-07-08T06:00:00Z'),
    draft: true,
  });
});

test.each([
  'Gaza: "what now"? # 1',
  '2024',
  'yes',
  '- a list',
  '«أخبار»: غزة',
  `${'so '.repeat(39)}on`,
])('the headline %s comes back from the file as it was', (title) => {
  expect(parse(frontMatter(articleFile({ ...start, title })))).toMatchObject({ title });
});

test('every field is there, with one line of explanation above it', () => {
  const lines = frontMatter(articleFile(start)).split('\n');
  for (const [name, explanation] of Object.entries(articleExplanations)) {
    const place = lines.findIndex((line) => line.replace(/^#/, '').startsWith(`${name}:`));
    expect(lines[place - 1], name).toContain(`# ${explanation}`);
  }
  // And one line that explains the notes.
  const notes = lines.filter((line) => /^# [^ ]/.test(line));
  expect(notes).toHaveLength(Object.keys(articleExplanations).length + 1);
});

test('the fields that may be added pass the checks as they stand', () => {
  const fields = parse(withAllFields(frontMatter(articleFile(start)))) as object;
  expect(Object.keys(fields)).toEqual(Object.keys(articleExplanations));
  expect(articleSchema.safeParse(fields).error?.issues).toBeUndefined();
});

test('notes say how long a value may be and what it may be', () => {
  const text = articleFile(start);
  expect(text).toMatch(/^# The headline, .* At most 120 characters\.\ntitle:/m);
  expect(text).toMatch(/^# .* One of: open, closed, off\.\n#comments:/m);
  expect(text).toMatch(/^# .* To choose from: gaza-news, palestine-news, world\.\ncategories:/m);
});
