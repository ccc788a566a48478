import { describe, expect, test } from 'vitest';
import type { Article, Correction } from './article.ts';
import {
  articleItem,
  correctionItem,
  type Feed,
  feedChangedAt,
  type FeedItem,
  storyId,
  writeWithin,
} from './feed.ts';
import { atom } from './feed-atom.ts';
import { jsonFeed } from './feed-json.ts';
import { rss } from './feed-rss.ts';
import {
  arabic,
  hostileText,
  sampleArticle,
  sampleAuthor,
  sampleFeed,
  sampleItem,
  samplePicture,
  sampleWords,
} from './sample-feed.ts';

const site = 'https://gaza-palestine-news.example';

const correction: Correction = {
  at: new Date('2024-07-09T07:00:00Z'),
  kind: 'correction',
  text: 'Five ships, not four.',
};

const itemOf = (fields: Partial<Article> = {}, body = '<p>Body</p>'): FeedItem =>
  articleItem({ article: sampleArticle(fields), authors: [sampleAuthor] }, body, sampleWords);

describe('a story in a feed', () => {
  test('has its addresses, authors, tags and times', () => {
    const updatedAt = new Date('2024-07-10T05:00:00Z');
    expect(itemOf({ updatedAt })).toMatchObject({
      url: `${site}/articles/harbour/`,
      title: 'A harbour',
      summary: 'A harbour opens.',
      authors: [{ name: 'Ada Test', url: `${site}/authors/ada/` }],
      tags: ['World', 'ships'],
      publishedAt: new Date('2024-07-08T23:30:00Z'),
      changedAt: updatedAt,
    });
  });

  test('that was never changed, changed when it was published', () => {
    const { changedAt: changed, publishedAt } = itemOf();
    expect(changed).toEqual(publishedAt);
  });

  test('carries corrections first, then its picture with caption and credit, then the body', () => {
    const { html, image } = itemOf({
      corrections: [correction],
      image: { ...samplePicture, caption: 'Ships at noon.' },
    });
    expect(image).toBe(`${site}/pictures/ships.svg`);
    expect(html).toBe(
      '<div lang="en" dir="ltr">' +
        '<p><strong>Correction</strong>, 9 July 2024: <bdi>Five ships, not four.</bdi></p>' +
        `<figure><img src="${site}/pictures/ships.svg" alt="Ships" width="400" height="200">` +
        '<figcaption>Ships at noon. Picture: Test desk</figcaption></figure>' +
        '<p>Body</p></div>',
    );
  });

  test('leaves a sensitive picture out altogether', () => {
    const { html, image } = itemOf({ image: { ...samplePicture, sensitive: true } });
    expect(image).toBeUndefined();
    expect(html).toBe('<div lang="en" dir="ltr"><p>Body</p></div>');
  });

  test('says its language and direction', () => {
    expect(itemOf({ edition: arabic }).html).toMatch(/^<div lang="ar" dir="rtl">/);
  });

  test('has whole addresses in its body', () => {
    expect(itemOf({}, '<a href="#note-fn-1">1</a><img src="/pictures/a.svg">').html).toContain(
      `<a href="${site}/articles/harbour/#note-fn-1">1</a><img src="${site}/pictures/a.svg">`,
    );
  });

  test('shows hostile captions, credits and corrections as text', () => {
    const { html } = itemOf({
      corrections: [{ ...correction, text: hostileText }],
      image: { ...samplePicture, alt: hostileText, caption: hostileText, credit: hostileText },
    });
    expect(html).not.toMatch(/<script|<\/title/);
    expect(html.match(/&#x3C;script>/g)).toHaveLength(4);
    expect(html).toContain('alt="]]&#x3E; &#x3C;script>alert(&#x22;1&#x22;)');
  });
});

describe('the id of a story', () => {
  test('is its address', () => {
    expect(storyId(sampleArticle())).toBe(`${site}/articles/harbour/`);
  });

  test('is the address that it had first, once its slug has changed', () => {
    expect(storyId(sampleArticle({ redirectFrom: ['port', 'haven'] }))).toBe(
      `${site}/articles/port/`,
    );
  });
});

describe('a correction in a feed', () => {
  const twice: Correction = { ...correction, text: 'And two boats.' };
  const story = {
    article: sampleArticle({ corrections: [correction, twice] }),
    authors: [sampleAuthor],
  };

  test('says what was wrong, with the story that it is about', () => {
    expect(correctionItem(story, correction, sampleWords)).toMatchObject({
      url: `${site}/articles/harbour/#corrections`,
      title: 'Correction: A harbour',
      summary: 'Five ships, not four.',
      publishedAt: correction.at,
      changedAt: correction.at,
    });
  });

  test('has an id of its own, also where two were made at the same moment', () => {
    const [first, second] = [correction, twice].map(
      (entry) => correctionItem(story, entry, sampleWords).id,
    );
    expect(first).toBe(`${site}/articles/harbour/#correction-2024-07-09T07:00:00Z`);
    expect(second).toBe(`${first}-2`);
  });
});

describe('when a feed changed', () => {
  test('is when the newest change was made, wherever it stands', () => {
    const newest = new Date('2024-08-01T00:00:00Z');
    const items = [sampleItem(), sampleItem({ changedAt: newest }), sampleItem()];
    expect(feedChangedAt({ items })).toEqual(newest);
  });

  test('is always the same for a feed without stories', () => {
    expect(feedChangedAt({ items: [] })).toEqual(new Date(0));
  });
});

test.each([
  ['RSS', rss],
  ['Atom', atom],
  ['JSON Feed', jsonFeed],
])('%s has fewer stories, and none of them cut, where thirty would make 250 kB', (_name, write) => {
  const html = `<p>${'غزة & <b>'.repeat(1500)}</p><p>End.</p>`;
  const items = Array.from({ length: 30 }, (_, index) => sampleItem({ id: `#${index}.`, html }));
  const text = write(sampleFeed({ items }));
  const ends = text.match(/End\./g)?.length ?? 0;
  expect(Buffer.byteLength(text)).toBeLessThan(250_000);
  expect(ends).toBeGreaterThan(5);
  expect(ends).toBeLessThan(30);
  expect(text).toContain(`#${ends - 1}.`);
  expect(text).not.toContain(`#${ends}.`);
});

describe('a feed that would be too large', () => {
  const write = ({ items }: Feed): string => items.map(({ html }) => `${html}|`).join('');
  const items = (...htmls: string[]): Feed =>
    sampleFeed({ items: htmls.map((html) => sampleItem({ html })) });

  test('keeps its newest stories, whole, and stays below the limit', () => {
    expect(writeWithin(items('aaa', 'bbb', 'ccc'), write, 12)).toBe('aaa|bbb|');
    expect(writeWithin(items('aaa', 'bbb', 'ccc'), write, 13)).toBe('aaa|bbb|ccc|');
  });

  test('is measured in bytes', () => {
    expect(writeWithin(items('غزة', 'غزة'), write, 14)).toBe('غزة|');
  });

  test('goes without a story that alone is too large, and keeps the others', () => {
    expect(writeWithin(items('aaa', 'b'.repeat(20), 'ccc'), write, 12)).toBe('aaa|ccc|');
  });
});
