import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { picturePath } from '#lib/urls.ts';
import { type ContentOptions, readContent } from './read-content.ts';
import {
  articleText,
  authorText,
  commentText,
  type Files,
  folderWith,
  pageText,
  svg,
  told,
} from './sample-content.ts';

const good: Files = {
  'articles/en/ships.md': articleText(),
  'authors/ada.md': authorText(),
};

async function read(files: Files = {}, options: Partial<ContentOptions> = {}) {
  const folder = await folderWith({ ...good, ...files });
  const { problems, notices, ...reading } = await readContent({
    contentDir: folder,
    siteUrl: new URL('https://news.example/'),
    now: new Date('2024-08-01T00:00:00Z'),
    showDrafts: false,
    ...options,
  });
  return { folder, ...reading, lines: told(problems, folder), notices: told(notices, folder) };
}

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

const lead = (src: string): string => `{ src: ${src}, alt: Ships, credit: Ada }`;

describe('what is published', () => {
  test('articles, authors, pages and comments have ids, fields and clean bodies', async () => {
    const { content, lines } = await read({
      'articles/ar/2024/ships.md': articleText({ title: 'أربع سفن' }, 'أربع **سفن**.\n'),
      'authors/ada.ar.md': authorText({ name: 'آدا' }),
      'pages/en/about.md': pageText({}, '## We\n\n<script>alert(1)</script>\n'),
      'comments/en/ships/1.md': commentText({}, '**Good** <img src="./a.png"> news.\n'),
    });
    expect(lines).toEqual([]);
    expect(idsOf(content.articles)).toEqual(['ar/ships', 'en/ships']);
    expect(content.articles[0]).toMatchObject({
      edition: 'ar',
      slug: 'ships',
      body: { html: '<p>أربع <strong>سفن</strong>.</p>', words: 2, lead: undefined },
    });
    expect(content.articles[0]?.fields.title).toBe('أربع سفن');
    expect(idsOf(content.authors)).toEqual(['ada.ar', 'ada']);
    expect(content.authors[1]).toMatchObject({ body: { html: '<p>Ada writes.</p>' } });
    expect(idsOf(content.pages)).toEqual(['en/about']);
    expect(content.pages[0]?.body.html.trim()).toBe('<h2 id="section-we">We</h2>');
    expect(content.comments).toMatchObject([
      {
        id: 'en/ships/1',
        article: 'en/ships',
        edition: 'en',
        slug: '1',
        body: { html: '<p><strong>Good</strong>  news.</p>' },
      },
    ]);
  });

  test('comments are read by their narrower list', async () => {
    const { content } = await read({
      'comments/en/ships/1.md': commentText({}, '# Big\n\n[a](https://example.org/)\n'),
    });
    expect(content.comments[0]?.body.html).not.toContain('<h1');
    expect(content.comments[0]?.body.html).toContain('nofollow');
  });

  test('a body speaks the language of its edition', async () => {
    const body = 'A[^1]\n\n[^1]: B\n';
    const { content } = await read({
      'articles/en/ships.md': articleText({}, body),
      'articles/ar/ships.md': articleText({}, body),
    });
    const [arabic, english] = content.articles;
    expect(english?.body.html).toContain('>Notes<');
    expect(arabic?.body.html).toMatch(/<h2[^>]*>[\u0600-\u06ff]+</);
  });

  test('links follow the site below its path', async () => {
    const { content } = await read(
      { 'articles/en/ships.md': articleText({}, '[About](/about/)\n') },
      { siteUrl: new URL('https://news.example/sub/') },
    );
    expect(content.articles[0]?.body.html).toContain('/sub/about/');
  });
});

describe('an unpublished article', () => {
  const unpublished: [string, Record<string, string>][] = [
    ['a draft', { draft: 'true' }],
    ['one from the future', { publishedAt: '2024-08-01T00:00:01Z' }],
    ['one that has expired', { expiresAt: '2024-08-01T00:00:00Z' }],
  ];

  const files = (
    fields: Record<string, string>,
    body = '![Quay](./quay.svg)\n\nQuay.\n',
  ): Files => ({
    'articles/en/quay.md': articleText({ ...fields, image: lead('./lead.svg') }, body),
    'articles/en/quay.svg': svg,
    'articles/en/lead.svg': svg.replace('40', '50'),
    'comments/en/quay/1.md': commentText(),
  });

  test.each(unpublished)('(%s) goes with its comments and pictures', async (_which, fields) => {
    const { content, lines } = await read(files(fields));
    expect(lines).toEqual([]);
    expect(idsOf(content.articles)).toEqual(['en/ships']);
    expect(content.comments).toEqual([]);
    expect(content.pictures).toEqual([]);
    expect(JSON.stringify(content)).not.toMatch(/quay/i);
  });

  test.each(unpublished)('(%s) still has its problems told', async (_which, fields) => {
    const { lines } = await read({
      ...files({ ...fields, redirectFrom: '[ships]', authors: '[nobody]' }, '![Quay](./none.svg)'),
      'articles/en/bad.md': articleText({ ...fields, title: undefined }),
      'articles/en/lead.svg': 'no picture',
      'comments/en/quay/2.md': commentText({ name: undefined }),
    });
    const text = lines.join('\n');
    for (const part of [
      'quay.md:5:11 authors.0: names "nobody"',
      'redirectFrom.0: is "ships", the address of an article.',
      'image.src: names "./lead.svg", whose size cannot be read.',
      'body: names "./none.svg", but',
      'bad.md:2:1 title: is missing.',
      'comments/en/quay/2.md:2:1 name: is missing.',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('is published from its moment on, until it expires', async () => {
    const { content } = await read(
      files({ publishedAt: '2024-08-01T00:00:00Z', expiresAt: '2024-08-01T00:00:01Z' }),
    );
    expect(idsOf(content.articles)).toEqual(['en/quay', 'en/ships']);
    expect(idsOf(content.comments)).toEqual(['en/quay/1']);
    expect(content.pictures).toHaveLength(2);
  });

  test('that is a draft is shown, with all that is its own, when drafts are', async () => {
    const { content } = await read(files({ draft: 'true' }), { showDrafts: true });
    expect(idsOf(content.articles)).toEqual(['en/quay', 'en/ships']);
    expect(content.articles[0]?.fields.draft).toBe(true);
    expect(idsOf(content.comments)).toEqual(['en/quay/1']);
    expect(content.pictures).toHaveLength(2);
  });

  test.each(unpublished.slice(1))('(%s) is not shown with the drafts', async (_which, fields) => {
    const { content } = await read(files({ ...fields, draft: 'true' }), { showDrafts: true });
    expect(idsOf(content.articles)).toEqual(['en/ships']);
    expect(content.pictures).toEqual([]);
  });
});

describe('pictures', () => {
  test('of a body stand at their published address, in their size', async () => {
    const { content, lines } = await read({
      'articles/en/ships.md': articleText({}, 'Ships.\n\n![Ships](./ships.svg "Noon")\n'),
      'articles/en/ships.svg': svg,
    });
    expect(lines).toEqual([]);
    const [picture] = content.pictures;
    if (!picture) throw new Error('The picture was not published.');
    expect(picture.file).toMatch(/^ships\.[0-9a-f]{10}\.svg$/);
    const html = content.articles[0]?.body.html;
    expect(html).toContain(`src="${picturePath(picture)}"`);
    expect(html).toContain('width="40" height="30"');
    expect(html).toContain('<figcaption><p>Noon</p></figcaption>');
  });

  test('at the head of an article are measured and published', async () => {
    const { folder, content } = await read({
      'articles/en/ships.md': articleText({ image: lead('../ships.svg') }),
      'articles/ships.svg': svg,
    });
    expect(content.articles[0]?.body.lead).toMatchObject({
      width: 40,
      height: 30,
      files: [{ source: join(folder, 'articles', 'ships.svg') }],
    });
    expect(content.pictures).toEqual(content.articles[0]?.body.lead?.files);
  });

  test('of stories that wait are known, so that a broken one is found before the day comes', async () => {
    const { content, pictures } = await read({
      'articles/en/ships.md': articleText(
        { draft: 'true', image: lead('ships.svg') },
        '![b](b.svg)',
      ),
      'articles/en/ships.svg': svg,
      'articles/en/b.svg': svg,
    });
    expect(content.pictures).toEqual([]);
    expect(pictures.map(({ file }) => file.split('.')[0])).toEqual(['b', 'ships']);
  });

  test('of pages and authors are published too', async () => {
    const { content } = await read({
      'pages/en/about.md': pageText({}, '![We](./we.svg)\n'),
      'pages/en/we.svg': svg,
      'authors/ada.md': authorText({}, '![Ada](./ada.svg)\n'),
      'authors/ada.svg': svg,
    });
    expect(content.pictures.map(({ file }) => file.split('.')[0])).toEqual(['ada', 'we']);
  });

  test('that are shown twice are published once', async () => {
    const { content } = await read({
      'articles/en/ships.md': articleText({ image: lead('ships.svg') }, 'A ![b](./ships.svg)\n'),
      'articles/en/quay.md': articleText({}, 'A ![b](ships.svg)\n'),
      'articles/en/ships.svg': svg,
    });
    expect(content.pictures).toHaveLength(1);
  });

  test('that nobody shows are not published', async () => {
    const { content } = await read({ 'articles/en/ships.svg': svg });
    expect(content.pictures).toEqual([]);
  });

  test('of comments are not published, nor looked for', async () => {
    const { content, lines } = await read({
      'comments/en/ships/1.md': commentText({}, 'A ![b](./ships.svg) ![c](./none.svg)\n'),
      'comments/en/ships/ships.svg': svg,
    });
    expect(lines).toEqual([]);
    expect(content.pictures).toEqual([]);
  });

  test.each([
    ['./none.svg', /^names "\.\/none\.svg", but .*articles\/en\/none\.svg does not exist\./],
    ['../../../ships.svg', /^names "\.\.\/\.\.\/\.\.\/ships\.svg", which is outside the content/],
    ['/ships.svg', /^names "\/ships\.svg", which is not beside this file\./],
    ['https://example.org/a.svg', /^names "https:\/\/example\.org\/a\.svg", which is not beside/],
    ['./ships.md', /^names "\.\/ships\.md", which is no picture\./],
    ['./broken.png', /^names "\.\/broken\.png", whose size cannot be read\./],
  ])('named %s are told, in the head and in the body, at their places', async (src, message) => {
    const { content, lines } = await read({
      'articles/en/ships.md': articleText({ image: lead(src) }, `Ships.\n\nA ![b](${src}) c.\n`),
      'articles/en/broken.png': 'no picture',
    });
    const messages = lines.map((line) => /^(\S+ \S+): (.*)$/.exec(line)?.slice(1));
    expect(messages.map((parts) => parts?.[0])).toEqual([
      'articles/en/ships.md:7:10 image.src',
      'articles/en/ships.md:11:8 body',
    ]);
    for (const parts of messages) expect(parts?.[1]).toMatch(message);
    expect(content.pictures).toEqual([]);
    expect(content.articles[0]?.body.html).not.toContain('<img');
  });
});

describe('problems', () => {
  test('of files, of bodies and between files are told together', async () => {
    const { lines } = await read({
      'articles/en/prose.md': 'No front matter.\n',
      'articles/en/ships.md': articleText({ authors: '[nobody]' }, '![a](./none.svg) b\n'),
      'pages/en/archive.md': pageText(),
    });
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'articles/en/prose.md:1:1 file:',
      'articles/en/ships.md:5:11 authors.0:',
      'articles/en/ships.md:8:6 body:',
      'pages/en/archive.md:2:1 file:',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['a remark', '<!-- later -->\n'],
    ['a script', '<script>alert("text")</script>\n'],
    ['marks', '---\n\n...\n'],
  ])('an article whose body is %s is empty', async (_what, body) => {
    const { lines } = await read({ 'articles/en/ships.md': articleText({}, body) });
    expect(lines).toEqual([
      'articles/en/ships.md:8:1 body: is empty. Write the story below the front matter.',
    ]);
  });
});

describe('characters that turn the direction of text', () => {
  test.each(['\u202a', '\u202e', '\u2066', '\u2069'])(
    'are left out of articles, with a notice: %j',
    async (character) => {
      const { content, lines, notices } = await read({
        'articles/en/ships.md': articleText({}, `Four\n\nsh${character}ips${character}.\n`),
      });
      expect(lines).toEqual([]);
      expect(content.articles[0]?.body.html).toBe('<p>Four</p>\n<p>ships.</p>');
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatch(/^articles\/en\/ships\.md:10:3 body: holds invisible characters/);
    },
  );

  test('are left out of comments, with a notice', async () => {
    const { content, notices } = await read({
      'comments/en/ships/1.md': commentText({}, 'Good \u202enews.\n'),
    });
    expect(content.comments[0]?.body.html).toBe('<p>Good news.</p>');
    expect(notices[0]).toMatch(/^comments\/en\/ships\/1\.md:5:6 body: /);
  });

  test('are no reason to leave out marks that do no harm', async () => {
    const { content, notices } = await read({
      'articles/en/ships.md': articleText({}, 'a\u200fb\u200ec\u061cd\n'),
    });
    expect(content.articles[0]?.body.html).toBe('<p>a\u200fb\u200ec\u061cd</p>');
    expect(notices).toEqual([]);
  });
});

test('two readings of the same folder are equal', async () => {
  const folder = await folderWith({
    ...good,
    'articles/en/quay.md': articleText({}, 'A ![b](./ships.svg)\n'),
    'articles/en/ships.svg': svg,
  });
  const options = {
    contentDir: folder,
    siteUrl: new URL('https://news.example/'),
    now: new Date('2024-08-01T00:00:00Z'),
    showDrafts: false,
  };
  expect(await readContent(options)).toEqual(await readContent(options));
});
