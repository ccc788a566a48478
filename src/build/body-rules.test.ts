/** Bodies as editors write them, read through the whole content. */
import { describe, expect, test } from 'vitest';
import { readContent } from './read-content.ts';
import {
  articleText,
  authorText,
  type Files,
  folderWith,
  pageText,
  svg,
  told,
} from './sample-content.ts';

async function read(body: string, more: Files = {}) {
  const folder = await folderWith({
    'authors/ada.md': authorText(),
    'articles/en/ships.md': articleText({}, body),
    ...more,
  });
  const reading = await readContent({
    contentDir: folder,
    siteUrl: new URL('https://news.example/sub/'),
    now: new Date('2024-09-01T00:00:00Z'),
    showDrafts: false,
  });
  return { problems: told(reading.problems, folder), notices: told(reading.notices, folder) };
}

/** Bodies begin on the eighth line of these files. */
const at = (line: number, column: number, message: string): string =>
  `articles/en/ships.md:${line}:${column} body: ${message}`;

describe('headings', () => {
  test.each([
    ['A lead.\n\n## One\n\n### Two\n\n## Three', []],
    [
      'A lead.\n\n# One',
      [at(10, 1, 'has a heading "#", but the title is the only one. Begin it with "##".')],
    ],
    ['A lead.\n\n### One', [at(10, 1, 'goes from "#" to "###". Begin this heading with "##".')]],
    ['## One\n\n#### Two', [at(10, 1, 'goes from "##" to "####". Begin this heading with "###".')]],
  ])('%j', async (body, problems) => {
    expect((await read(body)).problems).toEqual(problems);
  });
});

test('a picture without words for it is told, with its place', async () => {
  const { problems } = await read('Look:\n\n![ ](./ship.svg)', { 'articles/en/ship.svg': svg });
  expect(problems).toEqual([
    at(
      10,
      1,
      'shows a picture without words for it. Write what it shows: ![A ship at the quay](ship.jpg).',
    ),
  ]);
});

describe('links to other pages of this site', () => {
  const more = {
    'pages/en/about.md': pageText(),
    'pages/ar/about.md': pageText(),
    'authors/ben.md': authorText(),
    'articles/en/quay.md': articleText({ topics: '[Fresh water, مياه]' }),
  };

  test.each([
    '/',
    '/ar/',
    '/about/',
    '/ar/about',
    '/world/',
    '/world/2/',
    '/topics/fresh-water/',
    '/topics/مياه/2/',
    '/authors/ada/',
    '/archive/2024/07/',
    '/text/about/',
    '/rss.xml',
    '../../about/#us',
    'https://news.example/shop/',
  ])('%s is there', async (href) => {
    expect(await read(`[a](${href})`, more)).toEqual({ problems: [], notices: [] });
  });

  test.each([
    ['/abuot/', 'Did you mean /about/?'],
    ['/ar/abuot/', 'Did you mean /ar/about/?'],
    ['/imprint/', 'Correct the address.'],
    ['/topics/salt-water/', 'Correct the address.'],
    ['/authors/ben/', 'Correct the address.'],
    ['https://news.example/sub/imprint/', 'Correct the address.'],
  ])('%s is not', async (href, cure) => {
    const path = href.replace('https://news.example/sub', '');
    expect(await read(`[a](${href})`, more)).toEqual({
      problems: [],
      notices: [at(8, 1, `links to ${path}, which is no page of this site. ${cure}`)],
    });
  });
});

describe('links to stories of this site', () => {
  const later = { 'articles/en/quay.md': articleText({ publishedAt: '2025-01-01T00:00:00Z' }) };
  const moved = { 'articles/en/quay.md': articleText({ redirectFrom: '[pier]' }) };
  const missing = 'links to the article en/quay, which does not exist. Correct the address.';
  const early =
    'links to the article en/quay, which is not published now. Take the link out until it is.';

  test.each([
    ['to one that is there', '[a](/articles/ships/)', {}, []],
    ['to a former address', '[a](/articles/pier/)', moved, []],
    ['to another page', '[a](/topics/)', {}, []],
    ['to another site', '[a](https://other.example/articles/quay/)', {}, []],
    ['to one that is not there', '[a](/articles/quay/)', {}, [at(8, 1, missing)]],
    [
      'to one that is not there, written whole',
      '[a](https://news.example/sub/articles/quay/)',
      {},
      [at(8, 1, missing)],
    ],
    ...[
      '/articles/quay/',
      '/articles/quay',
      '/articles/quay/#boats',
      '/articles/quay/?a=b#boats',
      '/articles/quay/index.html',
      '/articles//quay/',
      '/./articles/%71uay/',
      '../quay/',
      'https://news.example/sub/articles/quay/',
      'http://news.example/sub/articles/quay/',
      '//news.example/sub/articles/quay/',
    ].map((href): [string, string, Files, string[]] => [
      `to one that waits for its time: ${href}`,
      `[a](${href})`,
      later,
      [at(8, 1, early)],
    ]),
    ...['quay.md', './quay.md', '/articles/en/quay.md', '../2024/quay.md#boats'].map(
      (href): [string, string, Files, string[]] => [
        `to the file of one: ${href}`,
        `[a](${href})`,
        later,
        [
          at(
            8,
            1,
            `links to the file "${href}", which readers do not have. Write /articles/quay/.`,
          ),
        ],
      ],
    ),
    ['to a neighbour of another page', '[a](../../topics/)', {}, []],
    [
      'to what looks like another site',
      '[a](www.un.org/x)',
      {},
      [
        at(
          8,
          1,
          'links to "www.un.org/x", which is no page of this site. Write https:// before it.',
        ),
      ],
    ],
  ])('%s', async (_what, body, more, problems) => {
    expect((await read(body, more)).problems).toEqual(problems);
  });

  test('may lead to what waits from what waits too', async () => {
    const files = {
      ...later,
      'articles/en/pier.md': articleText(
        { publishedAt: '2025-01-01T00:00:00Z' },
        '[a](/articles/quay/)',
      ),
    };
    expect((await read('A lead.', files)).problems).toEqual([]);
  });

  test('in Arabic are looked for among Arabic stories', async () => {
    const { problems } = await read('[a](/ar/articles/ships/)');
    expect(problems).toEqual([
      at(8, 1, 'links to the article ar/ships, which does not exist. Correct the address.'),
    ]);
  });
});

test('a link without encryption is a notice, not a problem', async () => {
  const { problems, notices } = await read('[a](http://other.example/)');
  expect(problems).toEqual([]);
  expect(notices).toEqual([
    at(8, 1, 'links to http://other.example/ without encryption. Use https:// if the site has it.'),
  ]);
});

test.each(['[a](javascript:alert(1))', '[a](ftp://other.example/)', '[a]()', '<a href>a</a>'])(
  'a link that leads nowhere is a notice: %s',
  async (body) => {
    const { problems, notices } = await read(`${body} and [b](#section-b)`);
    expect(problems).toEqual([]);
    expect(notices).toEqual([
      at(
        8,
        1,
        'has a link without an address that readers can follow. Use https://, mailto: or a page of this site.',
      ),
    ]);
  },
);

test('a picture that is refused is told as it was written', async () => {
  const { problems } = await read('A lead. ![a](javascript:alert(1)) <img alt="b">');
  expect(problems).toEqual([
    at(
      8,
      14,
      'names "javascript:alert(1)", which is not beside this file. Save the picture in the same folder and write ./picture.jpg.',
    ),
    at(8, 35, 'names no picture. Save one beside this file and write ./picture.jpg.'),
  ]);
});

describe('notices about fields', () => {
  test('a long title', async () => {
    const { notices } = await read('A.', {
      'articles/en/quay.md': articleText({ title: 'x'.repeat(91) }),
    });
    expect(notices).toEqual([
      'articles/en/quay.md:2:1 title: has 91 characters. Up to 90 are shown whole in most places; shorten it if you can.',
    ]);
  });

  test('a source without encryption', async () => {
    const { notices } = await read('A.', {
      'articles/en/quay.md': articleText({
        sources: '[{ title: a, publisher: b, url: "http://other.example/" }]',
      }),
    });
    expect(notices).toEqual([
      expect.stringMatching(
        /quay\.md:7:\d+ sources\.0\.url: is http:\/\/other\.example\/, without encryption\. Use/,
      ),
    ]);
  });

  test('one topic in two spellings, in one edition', async () => {
    const { notices } = await read('A.', {
      'articles/en/a.md': articleText({ topics: '[UN]' }),
      'articles/en/b.md': articleText({ topics: '[Un]' }),
      'articles/ar/c.md': articleText({ topics: '[un]' }),
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(
      /^articles\/en\/b\.md:7:10 topics\.0: is "Un", which .*a\.md writes "UN"\./,
    );
  });

  test('a heavy picture', async () => {
    const heavy = svg.replace('</svg>', `<!--${'x'.repeat(500_000)}--></svg>`);
    const { notices } = await read('![A ship](./ship.svg)', { 'articles/en/ship.svg': heavy });
    expect(notices).toEqual([
      expect.stringMatching(/ships\.md:8:\d+ body: names ".\/ship.svg", of 500 kB\./),
    ]);
  });
});

describe('what no person writes is refused at once', () => {
  test.each([
    ['quotations', '>'.repeat(10_000)],
    ['lists on a line', '- '.repeat(10_000) + 'x'],
    [
      'lists by indentation',
      Array.from({ length: 2000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
    ],
    ['tags', '<table><tr><td>'.repeat(2000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a_'.repeat(20_000)],
    ['a line of a megabyte', 'x'.repeat(1_000_000)],
    ['underlined headings', 'a\n---\n\n'.repeat(600)],
    ['notes', '[^1]\n\n'.repeat(2000)],
  ])('%s', async (_what, body) => {
    const { problems } = await read(body);
    expect(problems.every((line) => !line.includes('is empty'))).toBe(true);
    expect(problems[0]).toMatch(
      /^articles\/en\/ships\.md:\d+:\d+ (?:body|file): (?:is nested too deeply|has more than)/,
    );
  });
});
