import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import {
  type ArticleFields,
  articleSchema,
  type AuthorFields,
  authorSchema,
  commentSchema,
  type PageFields,
  pageSchema,
} from '#data/schema.ts';
import { categoryIds } from '#site.ts';
import {
  checkAuthorFiles,
  checkAuthors,
  checkComments,
  checkDuplicates,
  checkPages,
  checkRedirects,
  checkTimes,
  checkTogether,
} from './content-rules.ts';
import type { CommentDraft, Draft, Drafts } from './drafts.ts';
import { checkFields } from './check-fields.ts';
import { readSource } from './front-matter.ts';
import { formatProblems, type Problem } from './problems.ts';
import { articleText, authorText, commentText, pageText } from './sample-content.ts';

function draft<T extends z.ZodObject>(
  file: string,
  text: string,
  schema: T,
  place: { edition: string; slug: string },
): Draft<z.infer<T>> {
  const source = readSource(file, text);
  const { fields } = checkFields(source, schema);
  if (fields === undefined) throw new Error(`The sample ${file} is wrong.`);
  const all = fields as z.infer<T>;
  return { file, source, fields: all, parts: all, address: '', ...place };
}

type Lines = Parameters<typeof articleText>[0];

/** An article by its name, such as "en/ships", and by its file where that says more. */
function article(
  name: string,
  lines: Lines = {},
  file = `articles/${name}.md`,
): Draft<ArticleFields> {
  const [edition = '', slug = ''] = name.split('/');
  return draft(file, articleText(lines), articleSchema, { edition, slug });
}

function comment(about: string, number = '1'): CommentDraft {
  const [edition = ''] = about.split('/');
  const file = `comments/${about}/${number}.md`;
  return {
    ...draft(file, commentText(), commentSchema, { edition, slug: number }),
    article: about,
  };
}

const page = (slug: string, edition = 'en'): Draft<PageFields> =>
  draft(`pages/${edition}/${slug}.md`, pageText(), pageSchema, { edition, slug });

const author = (slug: string): Draft<AuthorFields> =>
  draft(`authors/${slug}.md`, authorText(), authorSchema, { edition: '', slug });

const drafts = (some: Partial<Drafts>): Drafts => ({
  articles: [],
  flawed: [],
  authors: [],
  pages: [],
  comments: [],
  bodies: new Map(),
  articleIds: new Set(some.articles?.map(({ edition, slug }) => `${edition}/${slug}`)),
  authorIds: new Set(some.authors?.map(({ slug }) => slug)),
  problems: [],
  notices: [],
  ...some,
});

const told = (problems: readonly Problem[]): string[] =>
  formatProblems(problems)
    .split('\n')
    .filter((line) => line !== '');

test('content in which everything fits has no problems', () => {
  const fitting = drafts({
    articles: [article('en/ships', { redirectFrom: '[boats]' }), article('ar/ships')],
    authors: [author('ada'), author('ada.ar')],
    pages: [page('about'), page('about', 'ar')],
    comments: [comment('en/ships'), comment('en/ships', '2')],
  });
  expect(checkTogether(fitting)).toEqual([]);
});

test('every rule is asked', () => {
  const wrong = drafts({
    articles: [
      article('en/ships', { redirectFrom: '[quay]' }),
      article('en/quay'),
      article('en/quay', {}, 'articles/en/2024/quay.md'),
    ],
    authors: [author('ben.ar')],
    pages: [page('archive')],
    comments: [comment('en/none')],
  });
  const lines = told(checkTogether(wrong)).join('\n');
  for (const message of [
    'has the same slug as',
    'who is not known',
    'the address of an article',
    'which is no article',
    'an address that the site itself uses',
    'beside it',
  ]) {
    expect(lines).toContain(message);
  }
});

test('two articles of an edition cannot have one slug, whatever their folders', () => {
  const articles = [
    article('en/ships', {}, 'articles/en/2023/ships.md'),
    article('en/ships', {}, 'articles/en/2024/ships.md'),
    article('en/ships', {}, 'articles/en/ships.md'),
  ];
  expect(told(checkDuplicates(articles))).toEqual([
    'articles/en/2024/ships.md:2:1 file: has the same slug as articles/en/2023/ships.md. Rename one of the two files.',
    'articles/en/ships.md:2:1 file: has the same slug as articles/en/2023/ships.md. Rename one of the two files.',
  ]);
});

test('the same slug in two editions is one story in two languages', () => {
  expect(checkDuplicates([article('en/ships'), article('ar/ships')])).toEqual([]);
});

test('every author who is not known is told where the name stands', () => {
  const articles = [
    article('en/ships', { authors: '[ada, nobody]' }),
    article('en/quay', { authors: '\n  - no-one\n  - ada' }),
  ];
  expect(told(checkAuthors(articles, { authorIds: new Set(['ada']) }))).toEqual([
    'articles/en/quay.md:6:5 authors.0: names "no-one", who is not known. Add authors/no-one.md to the content, or correct the name.',
    'articles/en/ships.md:5:16 authors.1: names "nobody", who is not known. Add authors/nobody.md to the content, or correct the name.',
  ]);
});

test('an old address cannot be the address of an article of that edition, its own included', () => {
  const articles = [
    article('en/ships', { redirectFrom: '[boats, quay, ships]' }),
    article('en/quay'),
  ];
  const { articleIds } = drafts({ articles });
  expect(told(checkRedirects(articles, { articleIds }))).toEqual([
    'articles/en/ships.md:7:23 redirectFrom.1: is "quay", the address of an article. Delete it here, or rename that article.',
    'articles/en/ships.md:7:29 redirectFrom.2: is "ships", the address of an article. Delete it here, or rename that article.',
  ]);
});

test('an old address cannot be that of an article whose file has problems of its own', () => {
  const articles = [article('en/ships', { redirectFrom: '[quay]' })];
  const articleIds = new Set(['en/ships', 'en/quay']);
  expect(checkRedirects(articles, { articleIds })).toHaveLength(1);
});

test('an old address leads to one article only', () => {
  const articles = [
    article('en/quay', { redirectFrom: '[boats]' }),
    article('en/ships', { redirectFrom: '\n  - port\n  - boats' }),
  ];
  const { articleIds } = drafts({ articles });
  expect(told(checkRedirects(articles, { articleIds }))).toEqual([
    'articles/en/ships.md:9:5 redirectFrom.1: is "boats", which already leads to articles/en/quay.md. Keep it in one of the two.',
  ]);
});

test('each edition has its own old addresses', () => {
  const articles = [
    article('en/ships', { redirectFrom: '[boats]' }),
    article('ar/ships', { redirectFrom: '[boats, quay]' }),
    article('en/quay'),
  ];
  const { articleIds } = drafts({ articles });
  expect(checkRedirects(articles, { articleIds })).toEqual([]);
});

test('a comment is about an article that there is, in the same edition', () => {
  const articleIds = new Set(['en/ships']);
  const comments = [comment('en/ships'), comment('en/boats'), comment('ar/ships', '2')];
  expect(told(checkComments({ comments, articleIds }))).toEqual([
    "comments/ar/ships/2.md:2:1 file: is about ar/ships, which is no article. Correct the folder's name, or delete the comment.",
    "comments/en/boats/1.md:2:1 file: is about en/boats, which is no article. Correct the folder's name, or delete the comment.",
  ]);
});

test.each([
  ...categoryIds,
  'archive',
  'articles',
  'authors',
  'corrections',
  'offline',
  'cards',
  'pictures',
  'search',
  'text',
  'topics',
])('no page can be called "%s"', (slug) => {
  expect(told(checkPages({ pages: [page('about'), page(slug, 'ar')] }))).toEqual([
    `pages/ar/${slug}.md:2:1 file: has the name "${slug}", an address that the site itself uses. Rename the file.`,
  ]);
});

test('what an edition says of an author needs the file for all editions', () => {
  const authors = [author('ada'), author('ada.ar'), author('ben.ar')];
  const authorIds = new Set(['ada', 'ada.ar', 'ben.ar']);
  expect(told(checkAuthorFiles({ authors, authorIds }))).toEqual([
    'authors/ben.ar.md:2:1 file: has no ben.md beside it. Add that file first.',
  ]);
});

describe('times', () => {
  const wrong = (fields: Lines): string[] =>
    told(checkTimes([article('en/ships', fields)])).map((line) => line.replace(/ is .*/, ''));

  test.each([
    ['an update at the moment of publication', { updatedAt: '2024-07-08T06:00:00Z' }, []],
    [
      'an update before it',
      { updatedAt: '2024-07-08T05:59:59.999Z' },
      ['en/ships.md:7:1 updatedAt:'],
    ],
    [
      'an update that is earlier in another zone',
      { updatedAt: '2024-07-08T10:00:00+05:00' },
      ['en/ships.md:7:1 updatedAt:'],
    ],
    ['an end after publication', { expiresAt: '2024-07-08T06:00:00.001Z' }, []],
    [
      'an end at the moment of publication',
      { expiresAt: '2024-07-08T06:00:00Z' },
      ['en/ships.md:7:1 expiresAt:'],
    ],
  ])('%s', (_what, fields, places) => {
    expect(wrong(fields)).toEqual(places.map((place) => expect.stringContaining(place) as string));
  });
});
