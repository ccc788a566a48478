import { describe, expect, test, vi } from 'vitest';
import type { Article } from '#lib/article.ts';
import type { Author } from '#lib/author.ts';
import { editions } from '#site.ts';
import { newsArticle } from './article.ts';

vi.hoisted(() => {
  process.env['SITE_URL'] = 'https://example.org/news';
});

const [en, ar] = editions;
if (!en || !ar) throw new Error('Two editions are needed.');

const plain: Article = {
  edition: en,
  slug: 'harbour',
  title: 'A harbour opens',
  description: 'It is a harbour.',
  categories: ['world', 'gaza-news'],
  topics: [],
  authors: ['ada'],
  publishedAt: new Date('2024-07-08T06:00:00Z'),
  draft: false,
  featured: false,
  corrections: [],
  sources: [],
  redirectFrom: [],
  comments: 'open',
  words: 700,
  contentDigest: '',
};
const image = {
  file: 'ships.0a1b.svg',
  width: 400,
  height: 200,
  alt: 'Ships.',
  caption: 'Ships in the harbour.',
  credit: 'Desk',
  sensitive: false,
};
const card = { file: 'en/articles/harbour.png', alt: 'A harbour opens' };
const cardPicture = {
  '@type': 'ImageObject',
  url: 'https://example.org/news/cards/en/articles/harbour.png',
  width: '1200 px',
  height: '630 px',
};
const ada: Author = { id: 'ada', name: 'Ada', kind: 'person', bioHtml: '' };
const address = 'https://example.org/news/articles/harbour/';

const data = (
  fields: Partial<Article> = {},
  others: Partial<Parameters<typeof newsArticle>[0]> = {},
) =>
  newsArticle({
    article: { ...plain, ...fields },
    authors: [ada],
    card,
    comments: [],
    twins: [],
    ...others,
  });

test('a plain story says what it is, when and where it appeared, and who answers for it', () => {
  expect(data()).toEqual({
    '@type': 'NewsArticle',
    '@id': `${address}#article`,
    url: address,
    mainEntityOfPage: address,
    headline: 'A harbour opens',
    description: 'It is a harbour.',
    inLanguage: 'en',
    datePublished: '2024-07-08T09:00:00+03:00',
    dateModified: '2024-07-08T09:00:00+03:00',
    author: [{ '@type': 'Person', name: 'Ada', url: 'https://example.org/news/authors/ada/' }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://example.org/news/#organization',
      name: en.siteName,
      url: 'https://example.org/news/',
      logo: { '@type': 'ImageObject', url: 'https://example.org/news/favicon.svg' },
    },
    image: [cardPicture],
    articleSection: [en.categories.world.name, en.categories['gaza-news'].name],
    wordCount: 700,
    isAccessibleForFree: true,
    commentCount: 0,
    comment: [],
  });
});

test('topics and the dateline are told where there are some', () => {
  expect(data({ topics: ['ships', 'olive oil'], dateline: 'Testville' })).toMatchObject({
    keywords: ['ships', 'olive oil'],
    dateline: 'Testville',
  });
});

test('a desk that signs is an organization', () => {
  const desk: Author = { ...ada, id: 'newsroom', name: 'Newsroom', kind: 'organization' };
  expect(data({}, { authors: [desk, ada] }).author).toMatchObject([
    { '@type': 'Organization', name: 'Newsroom' },
    { '@type': 'Person', name: 'Ada' },
  ]);
});

test('the picture comes before the card, with its size, its caption and its credit', () => {
  expect(data({ image }).image).toEqual([
    {
      '@type': 'ImageObject',
      url: 'https://example.org/news/pictures/ships.0a1b.svg',
      width: '400 px',
      height: '200 px',
      caption: 'Ships in the harbour.',
      creditText: 'Desk',
    },
    cardPicture,
  ]);
});

test('a picture behind a warning is not handed on', () => {
  expect(data({ image: { ...image, sensitive: true } }).image).toEqual([cardPicture]);
});

test('a correction is told, and the last change', () => {
  const at = new Date('2024-11-07T07:00:00Z');
  const corrections = [{ at, kind: 'correction', text: 'It was five.' } as const];
  expect(data({ corrections, updatedAt: at })).toMatchObject({
    dateModified: '2024-11-07T09:00:00+02:00',
    correction: [
      {
        '@type': 'CorrectionComment',
        datePublished: '2024-11-07T09:00:00+02:00',
        text: 'It was five.',
      },
    ],
  });
});

test('sources are works that the story cites', () => {
  const source = { title: 'Register', publisher: 'Office', url: 'https://example.com/r' };
  const archivedAt = 'https://archive.example.com/r';
  expect(data({ sources: [source, { ...source, archivedAt }] }).citation).toEqual([
    {
      '@type': 'CreativeWork',
      name: 'Register',
      publisher: { '@type': 'Organization', name: 'Office' },
      url: 'https://example.com/r',
    },
    expect.objectContaining({ archivedAt }),
  ]);
});

describe('comments', () => {
  const comment = {
    number: '7',
    name: 'Reader',
    postedAt: new Date('2024-07-09T09:00:00Z'),
    bodyHtml: '<p>I saw <strong>five</strong> &#x26; more.</p>',
  };

  test('are counted and quoted as text, each with its permalink', () => {
    expect(data({ comments: 'closed' }, { comments: [comment] })).toMatchObject({
      commentCount: 1,
      comment: [
        {
          '@type': 'Comment',
          url: `${address}#comment-7`,
          author: { '@type': 'Person', name: 'Reader' },
          dateCreated: '2024-07-09T12:00:00+03:00',
          text: 'I saw five & more.',
        },
      ],
    });
  });

  test('that are off are not mentioned', () => {
    const off = data({ comments: 'off' }, { comments: [comment] });
    expect(off).not.toHaveProperty('comment');
    expect(off).not.toHaveProperty('commentCount');
  });
});

describe('the same story in another language', () => {
  const later = new Date('2024-07-08T06:00:01Z');
  const of = (edition: typeof en, publishedAt = plain.publishedAt): Article => ({
    ...plain,
    edition,
    publishedAt,
  });
  const french = { ...en, id: 'fr', folder: 'fr', lang: 'fr' };
  const relation = (article: Article, twins: Article[]) => {
    const { translationOfWork, workTranslation } = data(article, { twins });
    return { translationOfWork, workTranslation };
  };
  const reference = (lang: string, folder: string) => ({
    '@type': 'NewsArticle',
    '@id': `https://example.org/news/${folder}articles/harbour/#article`,
    inLanguage: lang,
  });

  test('the one that appeared first is the original', () => {
    expect(relation(of(ar), [of(en, later)])).toEqual({
      workTranslation: [reference('en', '')],
    });
    expect(relation(of(en, later), [of(ar)])).toEqual({
      translationOfWork: reference('ar', 'ar/'),
    });
  });

  test('of two that appeared together, it is the one of the first edition', () => {
    expect(relation(of(en), [of(ar)])).toEqual({ workTranslation: [reference('ar', 'ar/')] });
    expect(relation(of(ar), [of(en)])).toEqual({ translationOfWork: reference('en', '') });
  });

  test('a translation names its original, not the other translations', () => {
    expect(relation(of(french, later), [of(en), of(ar)])).toEqual({
      translationOfWork: reference('en', ''),
    });
    expect(relation(of(en), [of(ar), of(french, later)]).workTranslation).toHaveLength(2);
  });

  test('a story in one language has neither', () => {
    expect(relation(of(en), [])).toEqual({});
  });
});
