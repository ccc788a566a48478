/** What has been read, as entries of Astro's collections. */
import { digestOfText } from './digest.ts';
import type { Content } from './read-content.ts';

export interface CollectionEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly rendered?: { readonly html: string };
}

export type Collections = Readonly<Record<keyof Content, readonly CollectionEntry[]>>;

export const collectionsOf = (content: Content): Collections => ({
  articles: content.articles.map(({ id, html, fields, ...place }) => ({
    id,
    data: { ...fields, ...place, bodyDigest: digestOfText(html) },
    rendered: { html },
  })),
  authors: content.authors.map(({ id, html, fields }) => ({
    id,
    data: { ...fields },
    rendered: { html },
  })),
  pages: content.pages.map(({ id, html, fields, edition, slug }) => ({
    id,
    data: { ...fields, edition, slug },
    rendered: { html },
  })),
  comments: content.comments.map(({ id, html, fields, article, slug }) => ({
    id,
    data: { ...fields, article, number: slug },
    rendered: { html },
  })),
  pictures: content.pictures.map(({ file, ...data }) => ({ id: file, data })),
});
