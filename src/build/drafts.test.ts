import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDrafts } from './drafts.ts';
import {
  articleText,
  authorText,
  commentText,
  type Files,
  folderWith,
  pageText,
  told,
} from './sample-content.ts';

const good: Files = {
  'articles/en/ships.md': articleText(),
  'authors/ada.md': authorText(),
};

/** Reads what is good together with the files given. */
async function read(files: Files = {}) {
  const folder = await folderWith({ ...good, ...files });
  const drafts = await readDrafts(folder);
  return { folder, drafts, lines: told(drafts.problems, folder) };
}

describe('files become drafts', () => {
  test('articles by edition and name, whatever the folders between', async () => {
    const { drafts } = await read({
      'articles/ar/ships.md': articleText({ title: 'أربع سفن' }),
      'articles/en/2024/07/quay.md': articleText(),
    });
    expect(drafts.problems).toEqual([]);
    expect(drafts.articles.map(({ edition, slug }) => `${edition}/${slug}`)).toEqual([
      'ar/ships',
      'en/quay',
      'en/ships',
    ]);
    expect(drafts.articles[0]?.fields.title).toBe('أربع سفن');
  });

  test('authors, and what an edition says of them', async () => {
    const { drafts } = await read({ 'authors/ada.ar.md': authorText({ name: 'آدا' }) });
    expect(drafts.authors.map(({ edition, slug, fields }) => [slug, edition, fields.name])).toEqual(
      [
        ['ada.ar', 'ar', 'آدا'],
        ['ada', '', 'Ada'],
      ],
    );
  });

  test('pages', async () => {
    const { drafts } = await read({ 'pages/ar/about.md': pageText() });
    expect(drafts.pages).toMatchObject([{ edition: 'ar', slug: 'about' }]);
  });

  test('comments with their number and their article', async () => {
    const { drafts } = await read({ 'comments/en/ships/12.md': commentText() });
    expect(drafts.comments).toMatchObject([{ edition: 'en', slug: '12', article: 'en/ships' }]);
  });

  test('with the body, rendered, and the whole path of the file', async () => {
    const { folder, drafts } = await read({ 'articles/en/ships.md': articleText({}, 'A *b*.\n') });
    const [ships] = drafts.articles;
    expect(drafts.bodies.get(ships?.file ?? '')?.html).toBe('<p>A <em>b</em>.</p>');
    expect(ships?.file).toBe(`${folder.replaceAll('\\', '/')}/articles/en/ships.md`);
  });
});

describe('passed over', () => {
  test.each([
    'articles/en/ships.svg',
    'articles/en/.ships.md',
    'articles/.git/en/quay.md',
    'README.md',
    'articles/en/README.md',
    'articles/Thumbs.db',
    'shared/harbour.svg',
  ])('%s', async (path) => {
    const { drafts } = await read({ [path]: 'no front matter' });
    expect(drafts.problems).toEqual([]);
    expect(drafts.articles).toHaveLength(1);
  });

  test.each(['articles/en/notes.txt', 'articles/en/ships.markdown', 'articles/en/SHIPS.MD'])(
    'but not %s: its ending is a mistake that an editor should hear of',
    async (path) => {
      const { drafts, folder } = await read({ [path]: articleText() });
      expect(told(drafts.problems, folder)).toEqual([
        `${path}:1:1 file: is neither Markdown nor a picture. Give it the ending .md, or take it out.`,
      ]);
    },
  );

  test.each([
    ['UTF-16', Buffer.from(articleText(), 'utf16le')],
    ['Windows-1256', Buffer.concat([Buffer.from(articleText()), Buffer.from([0xc8, 0xed, 0xcc])])],
    ['NUL bytes', Buffer.from(articleText({}, 'a\u0000b'))],
  ])('and not text in %s, which would be published as rubbish', async (_encoding, bytes) => {
    const { drafts, folder } = await read({ 'articles/en/quay.md': bytes });
    const [line, ...others] = told(drafts.problems, folder);
    expect(line).toMatch(/^articles\/en\/quay\.md:\d+:\d+ file: .*with the encoding UTF-8/);
    expect(others).toEqual([]);
  });

  test('a byte-order mark is no part of the text, and is told', async () => {
    const { drafts, folder } = await read({ 'articles/en/quay.md': `\uFEFF${articleText()}` });
    expect(drafts.problems).toEqual([]);
    expect(drafts.articles).toHaveLength(2);
    expect(told(drafts.notices, folder)).toEqual([
      'articles/en/quay.md:1:1 file: begins with a byte-order mark. It was passed over; save the file as UTF-8 without BOM.',
    ]);
  });
});

describe('a file in the wrong place is told', () => {
  const text = articleText();
  const knownEditions = 'Use one of these folders: en, ar.';
  const badName = (nearest: string): string =>
    `has a name that cannot be an address. Use a-z, 0-9 and single hyphens, such as ${nearest}.md.`;

  test.each([
    ['articles/fr/quay.md', `stands in "fr", which is no edition. ${knownEditions}`],
    ['articles/quay.md', `stands in no edition. ${knownEditions}`],
    ['articles/en.md', badName('olive-harvest')],
    ['articles/en/Quay.md', badName('quay')],
    ['articles/en/the quay.md', badName('the-quay')],
    ['articles/en/the_quay.md', badName('the-quay')],
    ['articles/en/the--quay.md', badName('the-quay')],
    ['articles/en/-quay.md', badName('quay')],
    ['articles/en/quay.draft.md', badName('quay-draft')],
    ['articles/en/ميناء.md', badName('olive-harvest')],
    ['authors/en/ben.md', 'stands in a folder. Put authors directly into authors/.'],
    ['authors/Ben.md', badName('ben')],
    ['authors/ben.fr.md', `stands in "fr", which is no edition. ${knownEditions}`],
    ['pages/about.md', `stands in no edition. ${knownEditions}`],
    ['pages/fr/about.md', `stands in "fr", which is no edition. ${knownEditions}`],
    ['pages/en/a/about.md', 'stands too deep. Put pages directly into pages/en/.'],
    ['pages/en/About.md', badName('about')],
    ['comments/fr/ships/1.md', `stands in "fr", which is no edition. ${knownEditions}`],
    ...[
      'comments/en/ships/first.md',
      'comments/en/ships/0.md',
      'comments/en/ships/01.md',
      'comments/en/ships/1.2.md',
      'comments/en/ships/a/1.md',
    ].map((path): [string, string] => [
      path,
      'is not where comments stand. Use comments/en/<slug>/<number>.md, such as comments/en/ships/1.md.',
    ]),
    [
      'comments/en/1.md',
      'is not where comments stand. Use comments/en/<slug>/<number>.md, such as comments/en/1/1.md.',
    ],
    [
      'comments/en.md',
      'is not where comments stand. Use comments/en/<slug>/<number>.md, such as comments/en/olive-harvest/1.md.',
    ],
  ])('%s', async (path, message) => {
    const { lines, drafts } = await read({ [path]: text });
    expect(lines).toEqual([`${path}:1:1 file: ${message}`]);
    expect(drafts.articles).toHaveLength(1);
    expect([...drafts.articleIds]).toEqual(['en/ships']);
  });
});

describe('a file with problems of its own', () => {
  test('is told, and is no draft', async () => {
    const { lines, drafts } = await read({
      'articles/en/prose.md': 'Four ships.\n',
      'articles/en/quay.md': articleText({ kiker: 'Offer', categories: '[wrld]' }),
      'authors/ben.md': authorText({ name: undefined, role: 'Editor' }),
      'comments/en/ships/1.md': commentText({ postedAt: '2024-07-09' }),
      'pages/en/about.md': pageText({ title: '""' }),
    });
    expect(lines).toEqual([
      'articles/en/prose.md:1:1 file: has no front matter. Begin the file with a line "---", the fields, and a line "---".',
      'articles/en/quay.md:4:14 categories.0: is "wrld", which is not known. Use one of: gaza-news, palestine-news, world.',
      'articles/en/quay.md:7:1 kiker: is no field of this kind of file. Did you mean kicker?',
      'authors/ben.md:2:1 name: is missing. Add it.',
      'comments/en/ships/1.md:3:1 postedAt: is "2024-07-09", not a date-time with a zone. Write it like 2024-07-08T09:00:00+03:00, with a day that exists.',
      'pages/en/about.md:2:1 title: is empty. Write it, or delete the line if the field is optional.',
    ]);
    expect(drafts.articles.map(({ slug }) => slug)).toEqual(['ships']);
    expect(drafts.authors.map(({ slug }) => slug)).toEqual(['ada']);
    expect([...drafts.comments, ...drafts.pages]).toEqual([]);
  });

  test('is told once where a field that it needs has a slip in its name', async () => {
    const { lines } = await read({
      'articles/en/quay.md': articleText({ categories: undefined, catagories: '[world]' }),
    });
    expect(lines).toEqual([
      'articles/en/quay.md:6:1 catagories: is no field of this kind of file. Did you mean categories?',
    ]);
  });

  test('still counts as the article or author that others name', async () => {
    const { drafts } = await read({
      'articles/en/quay.md': 'Four ships.\n',
      'authors/ben.md': authorText({ name: undefined, role: 'Editor' }),
    });
    expect([...drafts.articleIds]).toEqual(['en/quay', 'en/ships']);
    expect([...drafts.authorIds]).toEqual(['ada', 'ben']);
  });
});

describe('a folder without articles is told', () => {
  test('so that a wrong CONTENT_DIR does not publish an empty site', async () => {
    const folder = await folderWith({ 'authors/ada.md': authorText() });
    expect(told((await readDrafts(folder)).problems, folder)).toEqual([
      'articles:1:1 file: holds no articles. Check CONTENT_DIR, or write the first one.',
    ]);
  });

  test('also when the folder is not there', async () => {
    const folder = await folderWith();
    const { problems } = await readDrafts(join(folder, 'none'));
    expect(told(problems, folder)).toEqual([
      'none:1:1 file: cannot be opened. It is not there. Correct the name, or create it.',
    ]);
  });

  test('but not beside the problem that is the reason', async () => {
    const folder = await folderWith({ 'articles/fr/ships.md': articleText() });
    const { problems } = await readDrafts(folder);
    expect(problems).toHaveLength(1);
    expect(told(problems, folder)[0]).toContain('which is no edition');
  });
});
