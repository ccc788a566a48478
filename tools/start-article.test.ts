import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContent } from '#build/read-content.ts';
import { listFiles } from '#build/walk.ts';
import type { Ask } from './article-choices.ts';
import { startArticle } from './start-article.ts';

/** 22:30 on New Year's Eve in Gaza. */
const now = new Date('2024-12-31T20:30:00Z');

/** A content folder with one author, and these files too. */
async function contentWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'new-article-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const all = { 'authors/ada.md': '---\nname: Ada\n---\nAda writes.\n', ...files };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** What is told, with paths from the content folder; nobody answers questions, unless somebody does. */
async function start(
  content: string,
  args: readonly string[],
  { at = now, ask }: { at?: Date; ask?: Ask } = {},
): Promise<string> {
  const told = await startArticle(args, { contentDir: content, now: at, ask }).catch(
    (error: unknown) => `Error: ${(error as Error).message}`,
  );
  return told.replaceAll('\\', '/').replaceAll(`${content.replaceAll('\\', '/')}/`, '');
}

const article = (more = ''): string =>
  `---\ntitle: Four ships\ndescription: The harbour is open.\ncategories: [world]\nauthors: [ada]\npublishedAt: 2024-07-08T09:00:00+03:00\n${more}---\nFour ships came in.\n`;

test('the untouched file is where it should be, and passes every check as a draft', async () => {
  const content = await contentWith();
  const told = await start(content, ['Four ships: “came in”']);
  expect(told).toContain('Wrote articles/en/2024/four-ships-came-in.md.');
  expect(told).toContain('edition en, category gaza-news, author ada');
  expect(told).toMatch(/^1\. .*\n2\. .*$/m);
  const options = {
    contentDir: content,
    siteUrl: new URL('https://example.org/'),
    now: new Date(now),
  };
  const hidden = await readContent({ ...options, showDrafts: false });
  expect(hidden).toMatchObject({ problems: [], notices: [] });
  expect(hidden.content.articles).toEqual([]);
  const preview = await readContent({
    ...options,
    now: new Date('2025-01-01T00:00:00Z'),
    showDrafts: true,
  });
  expect(preview.content.articles).toMatchObject([
    {
      id: 'en/four-ships-came-in',
      fields: { title: 'Four ships: “came in”', publishedAt: new Date('2024-12-31T21:00:00Z') },
    },
  ]);
});

test('an Arabic headline goes into the Arabic edition, its slug in Latin letters', async () => {
  const content = await contentWith();
  const told = await start(content, ['عودة الصيادين إلى البحر', '--category', 'world']);
  expect(told).toContain('Wrote articles/ar/2024/ewdt-alsyadyn-ala-albhr.md.');
  expect(told).toContain('edition ar, author ada');
});

test('options decide, words need no quotation marks, and the folder is the year of publication there', async () => {
  const content = await contentWith({
    'authors/basil.md': '---\nname: Basil\n---\nBasil writes.\n',
  });
  const options = [
    '--edition',
    'ar',
    '--category',
    'world',
    '--author',
    'basil',
    '--slug',
    'ships',
  ];
  const told = await start(content, [...options, 'Four', 'ships'], {
    at: new Date('2024-12-31T21:30:00Z'),
  });
  expect(told).toMatch(/^Wrote articles\/ar\/2025\/ships\.md\.\nNext:/);
  const text = await readFile(join(content, 'articles/ar/2025/ships.md'), 'utf8');
  expect(text).toMatch(/^publishedAt: 2025-01-01T00:00:00\+02:00$/m);
  expect(text).toMatch(/^authors:\n {2}- basil$/m);
});

test.each([
  ['a file elsewhere in the edition', 'articles/en/old/deep/four-ships.md', article()],
  ['the old address of a story', 'articles/en/harbour.md', article('redirectFrom: [four-ships]\n')],
])('a slug taken by %s is told with the file and a cure', async (_what, path, text) => {
  const content = await contentWith({ [path]: text });
  const told = await start(content, ['Four ships']);
  expect(told).toBe(
    `Error: ${path} has the address "four-ships" already. Go on writing there, or add --slug with another, such as four-ships-2.`,
  );
  expect(await listFiles(join(content, 'articles'))).toEqual([path.replace('articles/', '')]);
  expect(await readFile(join(content, path), 'utf8')).toBe(text);
});

test('the same slug in another edition is the same story, and is free', async () => {
  const content = await contentWith({ 'articles/en/four-ships.md': article() });
  const told = await start(content, ['أربع سفن', '--slug', 'four-ships']);
  expect(told).toContain('Wrote articles/ar/2024/four-ships.md.');
});

test.each([
  ['no headline', [], 'There is no headline. Give one: npm run new -- "Headline"'],
  ['a long headline', ['x'.repeat(121)], 'The headline has more than 120 characters. Shorten it.'],
  ['a headline without letters', ['🙂'], 'No slug can be made of this headline. Add --slug with'],
  ['an edition that is none', ['Ships', '--edition', 'fr'], 'Use one of: en, ar.'],
  ['a category that is none', ['Ships', '--category', 'sea'], 'Use one of: gaza-news, '],
  ['an author who is none', ['Ships', '--author', 'eve'], 'Use one of: ada.'],
  [
    'a slug that is none',
    ['Ships', '--slug', '../Ships'],
    '--slug is "../Ships", which is no slug.',
  ],
  ['an option that is none', ['Ships', '--titel', 'x'], "Unknown option '--titel'"],
])('%s is told in a line, and nothing is written', async (_what, args, message) => {
  const content = await contentWith();
  const told = await start(content, args);
  expect(told).toMatch(/^Error: /);
  expect(told).toContain(message);
  expect(told).not.toContain('\n');
  expect(await listFiles(join(content, 'articles'))).toEqual([]);
});

test('a folder without authors is told how to get one', async () => {
  const content = await contentWith();
  await rm(join(content, 'authors'), { recursive: true });
  const told = await start(content, ['Ships']);
  expect(told).toContain('authors has no author. Add a file ada.md there');
});

test('in a terminal, what is missing is asked for, and then nothing is taken for granted', async () => {
  const content = await contentWith({
    'authors/basil.md': '---\nname: Basil\n---\nBasil writes.\n',
  });
  const questions: string[] = [];
  const answers = ['🙂', '', 'world', 'basil', 'Not a slug', 'smile'];
  const ask = (question: string): Promise<string> => {
    questions.push(question.split(' ')[0] ?? '');
    return Promise.resolve(answers[questions.length - 1] ?? '');
  };
  const told = await start(content, [], { ask });
  expect(questions).toEqual(['headline:', 'edition', 'category', 'author', 'slug', 'slug']);
  expect(told).toMatch(/^Wrote articles\/en\/2024\/smile\.md\.\nNext:/);
});
