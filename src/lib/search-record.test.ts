import { expect, test } from 'vitest';
import { editions } from '#site.ts';
import type { Article } from './article.ts';
import { searchRecord } from './search-record.ts';

const [edition] = editions;
if (!edition) throw new Error('There is no edition.');

const article: Article = {
  edition,
  slug: 'harbour',
  title: 'A harbour & a <market>',
  description: 'What the standfirst says.',
  categories: ['gaza-news', 'world'],
  topics: ['olive oil'],
  authors: ['ada'],
  // Already the next year in Gaza.
  publishedAt: new Date('2023-12-31T22:30:00Z'),
  draft: false,
  featured: false,
  corrections: [],
  sources: [],
  redirectFrom: [],
  comments: 'open',
  words: 100,
  contentDigest: '',
};

const record = (html: string) => searchRecord({ article, html, authors: ['Ada Test'] });

test('a record holds what a story says, and what it is filed under', () => {
  expect(record('<p>One &#x26; <b>two</b>.</p><p>Three.</p>')).toEqual({
    path: '/articles/harbour/',
    title: 'A harbour & a <market>',
    text: 'What the standfirst says. One & two. Three. olive oil · Ada Test',
    categories: ['gaza-news', 'world'],
    year: '2024',
    date: '1 January 2024',
    publishedAt: '2023-12-31T22:30:00Z',
  });
});

test('links to notes and back do not stick to words', () => {
  const note =
    '<sup><a href="#fn-1" id="fnref-1" data-footnote-ref="" aria-label="a > b">1</a></sup>';
  const back = '<a href="#fnref-1" data-footnote-backref="">↩<sup>2</sup></a>';
  expect(
    record(`<p>Noon${note}, <a href="/" title='x'>here</a>.</p><p>Counted. ${back}</p>`).text,
  ).toContain('Noon, here. Counted. olive oil');
});
