/** The payloads as texts of front matter: whichever the rules of src/data/schema.ts accept. */
import { articleSchema, authorSchema, commentSchema, pageSchema } from '#data/schema.ts';
import { links, markdownLinks } from './payloads/addresses.ts';
import { payloads } from './payloads.ts';

export const publishedAt = '2024-07-08T09:00:00Z';

/** An article without anything hostile. */
export const base = {
  title: 'x',
  description: 'x.',
  categories: ['world'],
  authors: ['newsroom'],
  publishedAt,
};

export type Fields = Readonly<Record<string, unknown>>;

const inArticle = (fields: Fields): boolean =>
  articleSchema.safeParse({ ...base, ...fields }).success;

const longestFirst = [...payloads].sort((a, b) => b.length - a.length);

/**
 * For short fields, and for those that make a page each: without the many ways to write a scheme, which
 * are all one to what only has to be escaped.
 */
const schemesInMarkup = new Set([...links, ...markdownLinks]);
const distinct = longestFirst.filter((payload) => !schemesInMarkup.has(payload));

/** Payloads joined as long as the rules allow; one that they refuse by itself is left out. */
function packed(from: readonly string[], accepts: (text: string) => boolean, end = ''): string[] {
  let room = 0;
  for (let step = 1024; step >= 1; step /= 2) {
    if (accepts('x'.repeat(room + step) + end)) room += step;
  }
  const texts: string[] = [];
  for (const payload of from.filter((text) => accepts(text + end))) {
    const at = texts.findIndex((text) => text.length + 1 + payload.length <= room);
    if (at === -1) texts.push(payload);
    else texts[at] = `${texts[at] ?? ''} ${payload}`;
  }
  return texts.map((text) => text + end);
}

export const image = { src: './dot.svg', alt: 'x', credit: 'x' };
export const source = { title: 'x', publisher: 'x', url: 'https://example.org/' };
export const correction = { at: publishedAt, kind: 'correction', text: 'x.' };

/** The texts for each field, with several payloads in one where there is room. */
export const texts = {
  title: packed(longestFirst, (title) => inArticle({ title })),
  description: packed(longestFirst, (description) => inArticle({ description }), '.'),
  kicker: packed(distinct, (kicker) => inArticle({ kicker })),
  dateline: packed(distinct, (dateline) => inArticle({ dateline })),
  alt: packed(longestFirst, (alt) => inArticle({ image: { ...image, alt } })),
  caption: packed(longestFirst, (caption) => inArticle({ image: { ...image, caption } })),
  credit: packed(distinct, (credit) => inArticle({ image: { ...image, credit } })),
  correction: packed(
    longestFirst,
    (text) => inArticle({ corrections: [{ ...correction, text }] }),
    '.',
  ),
  sourceTitle: packed(longestFirst, (title) => inArticle({ sources: [{ ...source, title }] })),
  publisher: packed(longestFirst, (publisher) =>
    inArticle({ sources: [{ ...source, publisher }] }),
  ),
  topic: packed(distinct, (topic) => inArticle({ topics: [topic] })),
  author: packed(distinct, (name) => authorSchema.safeParse({ name }).success),
  role: packed(longestFirst, (role) => authorSchema.safeParse({ name: 'x', role }).success),
  pageTitle: packed(
    distinct,
    (title) => pageSchema.safeParse({ title, description: 'x.' }).success,
  ),
  pageDescription: packed(
    longestFirst,
    (description) => pageSchema.safeParse({ title: 'x', description }).success,
    '.',
  ),
  commentName: packed(
    longestFirst,
    (name) => commentSchema.safeParse({ name, postedAt: publishedAt }).success,
  ),
};
