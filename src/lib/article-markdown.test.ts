import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Article } from './article.ts';
import { articleMarkdown } from './article-markdown.ts';
import { arabic, hostileText, sampleArticle, samplePicture } from './sample-feed.ts';

const site = 'https://gaza-palestine-news.example';

const write = (fields: Partial<Article> = {}, body = '<p>Body</p>'): string =>
  articleMarkdown(sampleArticle(fields), { body, authors: [{ name: 'Ada Test' }] });

const fieldsOf = (text: string): unknown => parse(text.split('---\n')[1] ?? '');

describe('the front matter', () => {
  test('has what readers see of a plain story, and nothing else', () => {
    expect(fieldsOf(write())).toEqual({
      title: 'A harbour',
      description: 'A harbour opens.',
      url: `${site}/articles/harbour/`,
      language: 'en',
      publisher: 'Gaza & Palestine News',
      categories: ['World'],
      topics: ['ships'],
      authors: ['Ada Test'],
      publishedAt: '2024-07-08T23:30:00Z',
    });
  });

  test('has the rest where there is any, with whole addresses', () => {
    const at = new Date('2024-07-09T07:00:00Z');
    const source = { title: 'Register', publisher: 'Office', url: 'https://example.com/' };
    const text = write({
      edition: arabic,
      kicker: 'Offer',
      dateline: 'Testville',
      updatedAt: at,
      image: { ...samplePicture, caption: 'Ships.', sensitive: true },
      corrections: [{ at, kind: 'correction', text: 'Five.' }],
      sources: [{ ...source, archivedAt: 'https://archive.example/' }, source],
    });
    expect(fieldsOf(text)).toMatchObject({
      url: `${site}/ar/articles/harbour/`,
      language: 'ar',
      categories: ['العالم'],
      kicker: 'Offer',
      dateline: 'Testville',
      updatedAt: '2024-07-09T07:00:00Z',
      image: {
        src: `${site}/pictures/ships.svg`,
        alt: 'Ships',
        caption: 'Ships.',
        credit: 'Test desk',
        sensitive: true,
      },
      corrections: [{ at: '2024-07-09T07:00:00Z', kind: 'correction', text: 'Five.' }],
      sources: [{ ...source, archivedAt: 'https://archive.example/' }, source],
    });
  });

  test('holds a hostile title as it was written, within its own lines', () => {
    const title = '--- "a": [b] # <script> \' \\ & *c';
    const text = write({ title });
    expect(fieldsOf(text)).toMatchObject({ title });
    expect(text.match(/^---$/gm)).toHaveLength(2);
  });
});

describe('the text', () => {
  test('is the headline and the body, with whole addresses', () => {
    const body = '<p><a href="/about/">a</a> <img src="/pictures/a.svg" alt="b"></p>';
    expect(write({}, body)).toMatch(
      new RegExp(
        `\\n---\\n\\n# A harbour\\n\\n\\[a\\]\\(${site}/about/\\) !\\[b\\]\\(${site}/pictures/a.svg\\)\\n$`,
      ),
    );
  });

  test('has a hostile headline as text', () => {
    expect(write({ title: hostileText })).toContain('# \\]\\]> \\<script>alert("1")\\</script>');
  });
});
