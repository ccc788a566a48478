/** What has been read, as entries of Astro's collections. */
import type { Picture } from '#lib/article.ts';
import type { PictureFile } from './pictures.ts';
import type { Content } from './read-content.ts';

export interface CollectionEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly rendered?: { readonly html: string };
}

export type Collections = Readonly<Record<keyof Content, readonly CollectionEntry[]>>;

/** What pages show of a picture; where its files come from is told by the collection of pictures. */
const withoutFiles = ({ file, width, height, renditions }: PictureFile): Picture => ({
  file,
  width,
  height,
  renditions,
});

export const collectionsOf = (content: Content): Collections => ({
  articles: content.articles.map(({ id, edition, slug, fields, body }) => ({
    id,
    data: {
      ...fields,
      edition,
      slug,
      picture: body.lead && withoutFiles(body.lead),
      words: body.words,
      contentDigest: body.contentDigest,
    },
    rendered: body,
  })),
  authors: content.authors.map(({ id, fields, body }) => ({
    id,
    data: { ...fields },
    rendered: body,
  })),
  pages: content.pages.map(({ id, edition, slug, fields, body }) => ({
    id,
    data: { ...fields, edition, slug },
    rendered: body,
  })),
  comments: content.comments.map(({ id, article, slug, fields, body }) => ({
    id,
    data: { ...fields, article, number: slug },
    rendered: body,
  })),
  pictures: content.pictures.map(({ file, ...data }) => ({ id: file, data })),
});
