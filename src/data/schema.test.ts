import { describe, expect, test } from 'vitest';
import { slugPattern } from '#lib/slug.ts';
import { articleSchema, authorSchema, commentSchema, pageSchema } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The least that an article needs. */
const article: Fields = {
  title: 'A harbour reopens',
  description: 'The first ship came in at dawn.',
  categories: ['gaza-news'],
  authors: ['ada'],
  publishedAt: '2024-07-08T09:00:00+03:00',
};

interface Schema {
  safeParse: (input: unknown) => {
    readonly error?:
      | {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
            readonly keys?: readonly string[];
          }[];
        }
      | undefined;
  };
}

/** What is wrong, each as "the.field message"; unknown fields as their names. */
const problemsOf = (schema: Schema, input: unknown): string[] =>
  (schema.safeParse(input).error?.issues ?? []).flatMap(({ path, message, keys }) =>
    keys
      ? keys.map((key) => `${[...path, key].join('.')} is unknown`)
      : [`${path.join('.')} ${message}`],
  );

const problemsWith = (fields: Fields): string[] =>
  problemsOf(articleSchema, { ...article, ...fields });

/** The names of the fields that are wrong, each once. */
const wrongWith = (fields: Fields): string[] => [
  ...new Set(problemsWith(fields).map((problem) => problem.replace(/ .*/su, ''))),
];

const parsed = (fields: Fields = {}) => articleSchema.parse({ ...article, ...fields });

const letters = (count: number): string => 'x'.repeat(count);
const sentence = (length: number): string => `${letters(length - 1)}.`;
const several = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `entry-${index}`);

describe('an article', () => {
  test('needs no more than a title, a description, a category, an author and a time', () => {
    expect(parsed()).toEqual({
      ...article,
      publishedAt: new Date('2024-07-08T06:00:00Z'),
      topics: [],
      draft: false,
      featured: false,
      corrections: [],
      sources: [],
      comments: 'open',
      redirectFrom: [],
    });
  });

  test('may have every field of the contract', () => {
    expect(
      problemsWith({
        kicker: 'Offer',
        topics: ['Harbours', 'الموانئ'],
        dateline: 'Gaza City',
        updatedAt: '2024-07-09T09:00:00+03:00',
        expiresAt: '2034-07-08T09:00:00+03:00',
        draft: true,
        featured: true,
        image: {
          src: './a.jpg',
          alt: 'A ship',
          caption: 'At dawn',
          credit: 'Ada',
          sensitive: true,
        },
        corrections: [
          { at: '2024-07-09T09:00:00+03:00', kind: 'correction', text: 'The ship was late.' },
        ],
        sources: [
          {
            title: 'Report',
            publisher: 'Port',
            url: 'https://port.example/',
            archivedAt: 'https://archive.example/port',
          },
        ],
        comments: 'closed',
        redirectFrom: ['old-harbour'],
      }),
    ).toEqual([]);
  });

  test.each(Object.keys(article))('without its %s is told to add it', (field) => {
    expect(problemsWith({ [field]: undefined })).toEqual([`${field} is missing. Add it.`]);
  });

  test('with fields that no article has is refused, by the name of each', () => {
    expect(problemsWith({ titel: 'A harbour', tags: [] })).toEqual([
      'titel is unknown',
      'tags is unknown',
    ]);
  });

  test('hears of all its mistakes at once', () => {
    expect(wrongWith({ title: '', categories: [], draft: 'yes' })).toEqual([
      'title',
      'categories',
      'draft',
    ]);
  });

  test.each(['a text', null, ['title']])('is not %j', (input) => {
    expect(articleSchema.safeParse(input).success).toBe(false);
  });
});

describe('text', () => {
  test.each([
    ['title', letters(120), letters(121)],
    ['description', sentence(300), sentence(301)],
    ['kicker', letters(40), letters(41)],
  ])('%s may be as long as the contract says, and no longer', (field, longest, tooLong) => {
    expect(problemsWith({ [field]: longest })).toEqual([]);
    expect(wrongWith({ [field]: tooLong })).toEqual([field]);
  });

  test('of one character is enough', () => {
    expect(problemsWith({ title: 'x', kicker: 'x', dateline: 'x', topics: ['x'] })).toEqual([]);
  });

  test.each(['title', 'description', 'kicker', 'dateline'])('%s must not be blank', (field) => {
    expect(wrongWith({ [field]: '' })).toEqual([field]);
    expect(wrongWith({ [field]: ' \t ' })).toEqual([field]);
  });

  test.each([2024, true, null, ['a'], {}])('is not %j', (value) => {
    expect(wrongWith({ title: value, kicker: value })).toEqual(['title', 'kicker']);
  });

  test('loses the blanks around it, which count for nothing', () => {
    expect(parsed({ title: `  ${letters(120)}\n` }).title).toBe(letters(120));
    expect(parsed({ description: 'A sentence. ' }).description).toBe('A sentence.');
  });

  test.each([
    ['a line break', 'a\nb'],
    ['a tab', 'a\tb'],
    ['a control character', 'a\u0000b'],
    ['a sign that turns text around', 'a\u202eb'],
    ['a sign that isolates text', 'a\u2067b\u2069'],
  ])('stays on one line and in its direction: it holds no %s', (_what, value) => {
    expect(wrongWith({ title: value, dateline: value })).toEqual(['title', 'dateline']);
  });

  test.each(['أخبار «غزة»، اليوم', 'a\u200fb\u200e', 'a\u200cb', '<b>5 > 4 & 3</b>'])(
    'may hold %j',
    (value) => {
      expect(parsed({ title: value }).title).toBe(value);
    },
  );
});

describe('a description', () => {
  test.each([
    'It ends.',
    'Does it end?',
    'It ends!',
    'It goes on…',
    'هل انتهى؟',
    'انتهى.',
    'He said: “It ends.”',
    'He said: "It ends."',
    'قال: «انتهى.»',
    'It ends (here.)',
  ])('ends with punctuation: %s', (description) => {
    expect(problemsWith({ description })).toEqual([]);
  });

  test.each([
    'It does not end',
    'لم ينتهِ',
    'It goes on,',
    'يستمر،',
    'What follows:',
    'Is it? Not yet',
    '“It does not end”',
  ])('does not end like this: %s', (description) => {
    expect(problemsWith({ description })).toEqual([
      'description does not end with punctuation. End it with a full stop.',
    ]);
  });
});

describe('categories', () => {
  test('may be several, and keep their order', () => {
    const categories = ['world', 'gaza-news', 'palestine-news'];
    expect(parsed({ categories }).categories).toEqual(categories);
  });

  test.each([
    ['none', []],
    ['the same twice', ['world', 'world']],
    ['unknown', ['sport']],
    ['known by another case', ['World']],
    ['no list', 'world'],
  ])('must not be %s', (_what, categories) => {
    expect(wrongWith({ categories })[0]).toMatch(/^categories/);
  });

  test('are at most four', () => {
    const categories = ['world', 'gaza-news', 'palestine-news', 'world', 'gaza-news'];
    expect(problemsWith({ categories })).toContainEqual(expect.stringContaining('at most 4'));
  });

  test('that are unknown are answered with those that are known', () => {
    expect(problemsWith({ categories: ['world', 'sport'] })).toEqual([
      'categories.1 is "sport", which is not known. Use one of: gaza-news, palestine-news, world.',
    ]);
  });
});

describe('lists', () => {
  test.each([
    ['topics', 8],
    ['authors', 6],
  ])('%s may be as many as the contract says, and no more', (field, most) => {
    expect(problemsWith({ [field]: several(most) })).toEqual([]);
    expect(wrongWith({ [field]: several(most + 1) })).toEqual([field]);
  });

  test('an article has an author, but may have no topic', () => {
    expect(wrongWith({ authors: [] })).toEqual(['authors']);
    expect(problemsWith({ topics: [] })).toEqual([]);
  });

  test.each(['topics', 'authors', 'redirectFrom'])('%s must not repeat themselves', (field) => {
    expect(wrongWith({ [field]: ['same', 'other', 'same'] })).toEqual([field]);
  });

  test('topics that differ in the blanks around them are the same', () => {
    expect(wrongWith({ topics: ['Polio', ' Polio'] })).toEqual(['topics']);
  });

  test.each(['topics', 'authors', 'corrections', 'sources', 'redirectFrom'])(
    '%s without an entry below are told how to write one',
    (field) => {
      expect(problemsWith({ [field]: null })).toEqual([
        `${field} is not a list. Write each entry on a line that begins with "- ".`,
      ]);
    },
  );
});

describe('slugs', () => {
  test.each(['a', '7', 'harbour', 'old-harbour', 'resolution-2735-2024'])('%s is one', (slug) => {
    expect(slugPattern.test(slug)).toBe(true);
    expect(problemsWith({ authors: [slug], redirectFrom: [slug] })).toEqual([]);
  });

  test.each([
    '',
    'Harbour',
    'old harbour',
    'old_harbour',
    '-harbour',
    'harbour-',
    'old--harbour',
    'a/b',
    '../a',
    'a.b',
    'a\n',
    'ميناء',
    'café',
  ])('%j is none', (slug) => {
    expect(slugPattern.test(slug)).toBe(false);
    expect(wrongWith({ authors: [slug], redirectFrom: [slug] })).toEqual([
      'authors.0',
      'redirectFrom.0',
    ]);
  });
});

describe('times', () => {
  test.each([
    ['2024-07-08T09:00:00+03:00', '2024-07-08T06:00:00.000Z'],
    ['2024-07-08T09:00:00Z', '2024-07-08T09:00:00.000Z'],
    ['2024-07-08T09:00Z', '2024-07-08T09:00:00.000Z'],
    ['2024-07-08T09:00:00.250-04:30', '2024-07-08T13:30:00.250Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
  ])('%s is the moment %s', (written, instant) => {
    expect(parsed({ publishedAt: written }).publishedAt.toISOString()).toBe(instant);
  });

  test.each([
    ['no zone', '2024-07-08T09:00:00'],
    ['no time', '2024-07-08'],
    ['no day', '2024-07'],
    ['a zone in letters', '2024-07-08T09:00:00 EEST'],
    ['a zone without minutes', '2024-07-08T09:00:00+03'],
    ['a blank for the T', '2024-07-08 09:00:00+03:00'],
    ['one digit', '2024-7-8T09:00:00Z'],
    ['words', 'yesterday'],
    ['nothing in it', ''],
    ['a month that does not exist', '2024-13-08T09:00:00Z'],
    ['a day that does not exist', '2024-02-30T09:00:00Z'],
    ['a leap day in a common year', '2023-02-29T09:00:00Z'],
    ['the 31st of a month of 30 days', '2024-06-31T09:00:00+03:00'],
    ['an hour that does not exist', '2024-07-08T25:00:00Z'],
    ['a minute that does not exist', '2024-07-08T09:60:00Z'],
    ['a second that does not exist', '2024-07-08T09:00:61Z'],
    ['a number', 1720418400],
    ['a Date', new Date('2024-07-08T06:00:00Z')],
    ['null', null],
  ])('a time with %s is refused: %j', (_what, written) => {
    expect(wrongWith({ publishedAt: written })).toEqual(['publishedAt']);
  });

  test.each(['publishedAt', 'updatedAt', 'expiresAt'])('%s needs a zone', (field) => {
    expect(wrongWith({ [field]: '2030-01-01T00:00:00' })).toEqual([field]);
  });
});

describe('switches', () => {
  test.each(['draft', 'featured'])('%s is true or false, nothing like it', (field) => {
    expect(parsed({ [field]: true })).toHaveProperty(field, true);
    expect(parsed({ [field]: false })).toHaveProperty(field, false);
    for (const value of ['true', 'yes', 1, 0, null]) {
      expect(wrongWith({ [field]: value })).toEqual([field]);
    }
  });

  test.each(['open', 'closed', 'off'])('comments may be %s', (comments) => {
    expect(parsed({ comments }).comments).toBe(comments);
  });

  // YAML 1.1 reads a bare "off" as false; its core schema does not.
  test.each([false, true, 'on', 'Open', '', null])('comments may not be %j', (comments) => {
    expect(wrongWith({ comments })).toEqual(['comments']);
  });
});

describe('an image', () => {
  const image = { src: './harbour.jpg', alt: 'A ship at the quay', credit: 'Ada' };

  test('needs a source, an alternative and a credit; it is not sensitive unless it says so', () => {
    expect(parsed({ image }).image).toEqual({ ...image, sensitive: false });
  });

  test.each(['src', 'alt', 'credit'])('without or with an empty %s is refused', (field) => {
    expect(wrongWith({ image: { ...image, [field]: undefined } })).toEqual([`image.${field}`]);
    expect(wrongWith({ image: { ...image, [field]: ' ' } })).toEqual([`image.${field}`]);
  });

  test('with a field that no image has is refused', () => {
    expect(wrongWith({ image: { ...image, title: 'Ship' } })).toEqual(['image.title']);
  });

  test('that is only a file’s name is refused', () => {
    expect(wrongWith({ image: './harbour.jpg' })).toEqual(['image']);
  });

  test('is sensitive or not, nothing between', () => {
    expect(parsed({ image: { ...image, sensitive: true } }).image?.sensitive).toBe(true);
    expect(wrongWith({ image: { ...image, sensitive: 'very' } })).toEqual(['image.sensitive']);
  });
});

describe('a correction', () => {
  const correction = {
    at: '2024-07-09T09:00:00+03:00',
    kind: 'correction',
    text: 'The ship was late.',
  };
  const wrong = (fields: Fields): string[] =>
    wrongWith({ corrections: [{ ...correction, ...fields }] });

  test.each(['correction', 'clarification'])('may be a %s', (kind) => {
    expect(wrong({ kind })).toEqual([]);
  });

  test('is read with its moment', () => {
    expect(parsed({ corrections: [correction] }).corrections[0]?.at).toEqual(
      new Date('2024-07-09T06:00:00Z'),
    );
  });

  test.each([
    ['at', undefined],
    ['at', '2024-07-09T09:00:00'],
    ['kind', undefined],
    ['kind', 'erratum'],
    ['text', undefined],
    ['text', ''],
    ['by', 'ada'],
  ])('with %s set to %j is refused', (field, value) => {
    expect(wrong({ [field]: value })).toEqual([`corrections.0.${field}`]);
  });
});

describe('a source', () => {
  const source = { title: 'Report', publisher: 'Port', url: 'https://port.example/' };
  const wrong = (fields: Fields): string[] => wrongWith({ sources: [{ ...source, ...fields }] });

  test.each(['https://port.example/a?b=c#d', 'http://port.example', 'https://مثال.example/أ'])(
    'may stand at %s, and be archived there',
    (address) => {
      expect(wrong({ url: address, archivedAt: address })).toEqual([]);
    },
  );

  test.each([
    'port.example',
    '/report/',
    'https://',
    'ftp://port.example/',
    'mailto:desk@port.example',
    'javascript:alert(1)',
    'data:text/html,hello',
    '',
    7,
    null,
  ])('may not stand at %j, nor be archived there', (address) => {
    expect(wrong({ url: address, archivedAt: address })).toEqual([
      'sources.0.url',
      'sources.0.archivedAt',
    ]);
  });

  test.each(['title', 'publisher', 'url'])('needs a %s', (field) => {
    expect(wrong({ [field]: undefined })).toEqual([`sources.0.${field}`]);
  });

  test('with a field that no source has is refused', () => {
    expect(wrong({ author: 'Ada' })).toEqual(['sources.0.author']);
  });

  test('must not be listed twice', () => {
    expect(wrongWith({ sources: [source, source] })).toEqual(['sources']);
    expect(wrongWith({ sources: [source, { ...source, title: 'Annex' }] })).toEqual([]);
  });
});

describe('an author', () => {
  test('has a name and perhaps a role', () => {
    expect(problemsOf(authorSchema, { name: 'Ada' })).toEqual([]);
    expect(problemsOf(authorSchema, { name: 'Ada', role: 'Reporter' })).toEqual([]);
  });

  test('is a person or an organization, if it says so', () => {
    expect(problemsOf(authorSchema, { name: 'Desk', kind: 'organization' })).toEqual([]);
    expect(problemsOf(authorSchema, { name: 'Desk', kind: 'desk' })).toEqual([
      'kind is "desk", which is not known. Use one of: person, organization.',
    ]);
  });

  test('without a name or with an unknown field is refused', () => {
    expect(problemsOf(authorSchema, { role: 'Reporter' })).toEqual(['name is missing. Add it.']);
    expect(problemsOf(authorSchema, { name: 'Ada', age: 36 })).toEqual(['age is unknown']);
  });
});

describe('a page', () => {
  const page = { title: 'About', description: 'Who we are.' };

  test('has a title, a description and perhaps the moment of its last change', () => {
    expect(problemsOf(pageSchema, page)).toEqual([]);
    expect(pageSchema.parse({ ...page, updatedAt: '2024-07-08T06:00:00Z' }).updatedAt).toEqual(
      new Date('2024-07-08T06:00:00Z'),
    );
  });

  test('without one of them, without punctuation or with an unknown field is refused', () => {
    expect(problemsOf(pageSchema, { description: 'Who we are.' })).toHaveLength(1);
    expect(problemsOf(pageSchema, { title: 'About' })).toHaveLength(1);
    expect(problemsOf(pageSchema, { ...page, description: 'Who we are' })).toHaveLength(1);
    expect(problemsOf(pageSchema, { ...page, draft: true })).toEqual(['draft is unknown']);
  });
});

describe('a comment', () => {
  const comment = { name: 'Reader', postedAt: '2024-07-08T09:00:00+03:00' };

  test('has a name and the moment at which it was posted', () => {
    expect(commentSchema.parse(comment)).toEqual({
      name: 'Reader',
      postedAt: new Date('2024-07-08T06:00:00Z'),
    });
  });

  test('without one of them, without a zone or with an unknown field is refused', () => {
    expect(problemsOf(commentSchema, { ...comment, name: '' })).toHaveLength(1);
    expect(problemsOf(commentSchema, { ...comment, postedAt: undefined })).toEqual([
      'postedAt is missing. Add it.',
    ]);
    expect(problemsOf(commentSchema, { ...comment, postedAt: '2024-07-08T09:00:00' })).toHaveLength(
      1,
    );
    expect(problemsOf(commentSchema, { ...comment, mail: 'a@b.example' })).toEqual([
      'mail is unknown',
    ]);
  });
});

describe('what an editor is told', () => {
  test.each<[string, unknown]>([
    ['title', 7],
    ['title', ''],
    ['title', letters(121)],
    ['title', 'a\nb'],
    ['title', 'a\u202eb'],
    ['description', 'no end'],
    ['categories', []],
    ['categories', ['sport']],
    ['categories', ['world', 'world']],
    ['topics', several(9)],
    ['topics', null],
    ['authors', ['Ada Lovelace']],
    ['publishedAt', '2024-07-08'],
    ['publishedAt', 7],
    ['draft', 'yes'],
    ['comments', 'on'],
    ['image', 'a.jpg'],
    ['sources', [{ title: 'a', publisher: 'b', url: 'c' }]],
  ])('about %s set to %j is first what is wrong and then what to do', (field, value) => {
    const problems = problemsWith({ [field]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\S+ (?:is|has|holds|does) .+[.,] [A-Z].+\.$/u);
  });
});

describe('what looks right and is not', () => {
  test.each([
    ['a topic without a letter', { topics: ['?!'] }, 'topics.0 holds no letter or digit'],
    [
      'one topic in two spellings',
      { topics: ['UN', 'un'] },
      'topics has two entries that come to the same',
    ],
    [
      'an hour that no clock shows',
      { publishedAt: '2024-07-08T24:00:00Z' },
      'publishedAt is "2024-07-08T24:00:00Z"',
    ],
    [
      'a zone that no place has',
      { publishedAt: '2024-07-08T09:00:00+25:00' },
      'publishedAt is "2024-07-08T09:00:00+25:00"',
    ],
    [
      'a field with nothing behind it',
      { kicker: null },
      'kicker is empty. Write it, or delete the line',
    ],
    [
      'a title that cannot be seen',
      { title: '\u200b\u200b' },
      'title holds nothing that can be seen',
    ],
    [
      'a hidden change of direction',
      { title: 'A \u202eniltrevo\u202c' },
      'title holds an invisible character',
    ],
    ['a source that is only a name', { sources: ['Harbour office'] }, 'sources.0 is not a source'],
    [
      'a correction that is only a sentence',
      { corrections: ['We erred.'] },
      'corrections.0 is not a correction',
    ],
    [
      'an address without its slashes',
      { sources: [{ title: 'A', publisher: 'B', url: 'https:a' }] },
      'sources.0.url is not a web address',
    ],
  ])('%s is refused', (_what, fields, message) => {
    expect(problemsWith(fields)).toEqual([expect.stringContaining(message)]);
  });
});
