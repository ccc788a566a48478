/** What editors do to a small content folder, at random: each edit changes files as a person would. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Random } from '#lib/random.ts';

export interface Desk {
  readonly content: string;
  readonly random: Random;
  /** The clock of the next build, in seconds since 1970. */
  now: number;
}

type Edit = (desk: Desk) => Promise<string>;

const day = 86_400;
const categories = ['gaza-news', 'palestine-news', 'world'];
const topics = ['harbour', 'olives', 'schools', 'water', 'trade'];

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

let stories = 0;

/** Writes a story that is published a whole number of days before the desk's clock; negative ones come later. */
export async function write(desk: Desk, daysAgo: number, more = ''): Promise<string> {
  const { content, random, now } = desk;
  const number = ++stories;
  const edition = random.of(['en', 'en', 'ar']);
  const file = join(content, 'articles', edition, random.of(['.', '2023']), `tale-${number}.md`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `---
title: Tale ${number} of the ${random.of(topics)}
description: Told ${number} times.
categories: [${random.some(categories, 1 + random.below(2)).join(', ')}]
topics: [${random.some(topics, 2).join(', ')}]
authors: [${random.of(['ada', 'ben'])}]
publishedAt: ${timeOf(now - daysAgo * day - number)}
${more}---

Tale ${number} begins at the ${random.of(topics)}, *once more*.

## Then

It goes on about ${random.of(topics)}[^1].

[^1]: A note.
`,
  );
  return file;
}

/** The stories that `write` wrote: nothing leads to them, and so anything may become of them. */
async function tale({ content, random }: Desk): Promise<string> {
  const names = await readdir(join(content, 'articles'), { recursive: true });
  return join(
    content,
    'articles',
    random.of(names.filter((name) => /tale-\d+\.md$/.test(name)).sort()),
  );
}

async function change(desk: Desk, from: RegExp, to: string): Promise<string> {
  const file = await tale(desk);
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  return file.slice(desk.content.length);
}

const edits: Readonly<Record<string, Edit>> = {
  body: (desk) =>
    change(desk, /begins at the/, `begins, for the ${desk.random.below(99)}th time, at the`),
  title: (desk) => change(desk, /^title: .*/m, `title: Another headline ${desk.random.below(99)}`),
  description: (desk) =>
    change(desk, /^description: .*/m, `description: Other words ${desk.random.below(99)}.`),
  category: (desk) =>
    change(desk, /^categories: .*/m, `categories: [${desk.random.of(categories)}]`),
  topics: (desk) =>
    change(desk, /^topics: .*/m, `topics: [${desk.random.some(topics, 3).join(', ')}]`),
  author: (desk) => change(desk, /^authors: .*/m, `authors: [${desk.random.of(['ada', 'ben'])}]`),
  date: (desk) =>
    change(
      desk,
      /^publishedAt: .*/m,
      `publishedAt: ${timeOf(desk.now - desk.random.below(700) * day)}`,
    ),
  draft: (desk) => change(desk, /^(draft: true\n)?title:/m, 'draft: true\ntitle:'),
  'no draft': (desk) => change(desk, /^draft: true\n/m, ''),
  embargo: (desk) =>
    change(
      desk,
      /^publishedAt: .*/m,
      `publishedAt: ${timeOf(desk.now + (1 + desk.random.below(3)) * day)}`,
    ),
  expiry: (desk) =>
    change(
      desk,
      /^(expiresAt: .*\n)?title:/m,
      `expiresAt: ${timeOf(desk.now + (1 + desk.random.below(3)) * day)}\ntitle:`,
    ),
  featured: (desk) => change(desk, /^(featured: true\n)?title:/m, 'featured: true\ntitle:'),
  add: async (desk) => (await write(desk, desk.random.below(400))).slice(desk.content.length),
  delete: async (desk) => {
    const file = await tale(desk);
    await rm(file);
    return file.slice(desk.content.length);
  },
  rename: async (desk) => {
    const file = await tale(desk);
    const to = join(dirname(file), `renamed-${++stories}-tale-${stories}.md`);
    await rename(file, to);
    return `${file.slice(desk.content.length)} to ${to.slice(desk.content.length)}`;
  },
  clock: (desk) => {
    desk.now += desk.random.of([3600, day, 3 * day]);
    return Promise.resolve(timeOf(desk.now));
  },
  'author’s text': async (desk) => {
    const file = join(desk.content, 'authors', 'ben.md');
    await writeFile(file, `${await readFile(file, 'utf8')}\nMore ${desk.random.below(99)}.\n`);
    return 'ben';
  },
  page: async (desk) => {
    const file = join(desk.content, 'pages', 'en', 'about.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^title: .*/m, `title: About us ${desk.random.below(99)}`));
    return 'about';
  },
  comment: async (desk) => {
    const folder = join(desk.content, 'comments', 'en', 'plain');
    const number = (await readdir(folder)).length + 1;
    await writeFile(
      join(folder, `${number}.md`),
      `---\nname: Reader ${number}\npostedAt: ${timeOf(desk.now - 60)}\n---\n\nComment ${number}.\n`,
    );
    return String(number);
  },
  picture: async (desk) => {
    const file = join(desk.content, 'articles', 'en', 'chart.svg');
    const svg = await readFile(file, 'utf8');
    await writeFile(
      file,
      svg.replace('</svg>', `<rect width="${desk.random.below(99)}" height="1"/></svg>`),
    );
    return 'chart.svg';
  },
};

/** Makes one edit, and says which. */
export async function editAtRandom(desk: Desk): Promise<string> {
  const name = desk.random.of(Object.keys(edits));
  return `${name}: ${(await edits[name]?.(desk)) ?? ''}`;
}
