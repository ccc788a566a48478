/** A content folder in which every payload stands wherever the rules let it stand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readContent } from '#build/read-content.ts';
import type { RenderMarkdown } from '#markdown/processor.ts';
import {
  base,
  correction,
  type Fields,
  image,
  publishedAt,
  source,
  texts,
} from './hostile-fields.ts';
import { payloads } from './payloads.ts';

export const siteUrl = 'https://gaza-palestine-news.example/';

type Files = Map<string, string>;

/** JSON is YAML. */
const file = (fields: Fields, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body}\n`;

const newFiles = (): Files =>
  new Map([['authors/newsroom.md', file({ name: 'Newsroom' }, 'We write.')]]);

async function write(folder: string, files: Files): Promise<void> {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const numbered = (number: number): string => String(number).padStart(4, '0');
const postedAt = publishedAt;

export interface Refusals {
  readonly inBody: ReadonlyMap<string, string>;
  readonly inComment: ReadonlyMap<string, string>;
}

/** Which payloads the checks refuse, each alone, as an article's body and as a comment's; and why. */
export async function refusals(folder: string): Promise<Refusals> {
  const files = newFiles();
  for (const [at, payload] of payloads.entries()) {
    const name = `en/p${numbered(at)}`;
    files.set(`articles/${name}.md`, file(base, `Before.\n\n${payload}`));
    files.set(`comments/${name}/1.md`, file({ name: 'x', postedAt }, payload));
  }
  await write(folder, files);
  const { problems } = await readContent({
    contentDir: folder,
    siteUrl: new URL(siteUrl),
    now: new Date('2024-09-01T09:00:00Z'),
    showDrafts: false,
  });
  const inBody = new Map<string, string>();
  const inComment = new Map<string, string>();
  for (const { file: name, message } of problems) {
    const payload = payloads[Number(/\/p(\d{4})/.exec(name.replaceAll('\\', '/'))?.[1])] ?? name;
    (/comments.en/.test(name) ? inComment : inBody).set(payload, message);
  }
  return { inBody, inComment };
}

/** Bodies of many payloads; what would swallow the payloads after it comes last in its body. */
export async function bodiesOf(
  accepted: readonly string[],
  render: RenderMarkdown,
): Promise<string[]> {
  const open: string[] = [];
  const closed: string[] = [];
  for (const payload of accepted) {
    const html = await render(`${payload}\n\nThe end.`);
    (html.endsWith('<p>The end.</p>') ? closed : open).push(payload);
  }
  const count = Math.max(open.length, Math.ceil(closed.length / 20));
  return Array.from({ length: count }, (_unused, at) =>
    ['Before.', ...share(closed, at, count), ...open.slice(at, at + 1)].join('\n\n'),
  );
}

const share = <T>(items: readonly T[], part: number, parts: number): T[] =>
  items.filter((_item, at) => at % parts === part);

/** What must be read on a page, by its file. */
export type Shown = Map<string, readonly string[]>;

const nameOf = (at: number): string => `h${numbered(at)}`;
const editionOf = (at: number): string => (at % 2 === 0 ? 'en' : 'ar');
const folderOf = (at: number): string[] => (at % 2 === 0 ? [] : ['ar']);
const pageOf = (at: number): string => join(...folderOf(at), 'articles', nameOf(at), 'index.html');

const text = (name: keyof typeof texts, at: number): string =>
  texts[name][at % texts[name].length] ?? '';

/** Writes the folder, and says what must be read where. */
export async function writeHostileContent(
  folder: string,
  bodies: readonly string[],
  comments: readonly string[],
): Promise<Shown> {
  const files = newFiles();
  const shown: Shown = new Map();
  const body = (at: number): string => bodies[at] ?? 'A story.';

  texts.pageTitle.forEach((title, at) => {
    const description = text('pageDescription', at);
    files.set(`pages/en/p${at}.md`, file({ title, description }, body(at)));
    shown.set(join(`p${at}`, 'index.html'), [title, description]);
  });

  const fields = [texts.title, texts.kicker, texts.dateline, texts.credit];
  const count = Math.max(bodies.length, ...fields.map(({ length }) => length));
  for (let at = 0; at < count; at++) {
    const own = articleFields(at, count);
    const name = `articles/${editionOf(at)}/${nameOf(at)}`;
    files.set(`${name}.md`, file(own.all, body(at)));
    shown.set(pageOf(at), own.shown);
    for (const author of share([...texts.author.keys()], at, count)) {
      const [person, role] = [text('author', author), text('role', author)];
      files.set(`authors/a${author}.md`, file({ name: person, role }, body(author)));
      shown.set(join(...folderOf(at), 'authors', `a${author}`, 'index.html'), [person, role]);
    }
  }
  files.set('articles/en/dot.svg', dot).set('articles/ar/dot.svg', dot);

  const most = Math.max(comments.length, texts.commentName.length);
  for (let at = 0; at < most; at++) {
    const article = at % count;
    const name = text('commentName', at);
    const place = `comments/${editionOf(article)}/${nameOf(article)}`;
    files.set(
      `${place}/${1 + Math.floor(at / count)}.md`,
      file({ name, postedAt }, comments[at] ?? 'A comment.'),
    );
    shown.set(pageOf(article), [...(shown.get(pageOf(article)) ?? []), name]);
  }
  await write(folder, files);
  return shown;
}

const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>';

function articleFields(at: number, count: number): { all: Fields; shown: string[] } {
  const picture = {
    alt: text('alt', at),
    caption: text('caption', at),
    credit: text('credit', at),
  };
  const [title, publisher] = [text('sourceTitle', at), text('publisher', at)];
  const own = {
    title: text('title', at),
    description: text('description', at),
    kicker: text('kicker', at),
    dateline: text('dateline', at),
  };
  const topics = share(texts.topic, at, count);
  const authors = share([...texts.author.keys()], at, count);
  const names = authors.map((author) => text('author', author));
  return {
    all: {
      ...base,
      ...own,
      topics,
      authors: ['newsroom', ...authors.map((author) => `a${author}`)],
      image: { ...image, ...picture },
      corrections: [{ ...correction, text: text('correction', at) }],
      sources: [{ ...source, title, publisher }],
      // Some have an old address, whose page shows the title too.
      ...(at % 20 === 0 && { redirectFrom: [`old-${nameOf(at)}`] }),
    },
    shown: [
      ...[...Object.values(own), ...Object.values(picture), ...topics, ...names],
      ...[text('correction', at), title, publisher],
    ],
  };
}
