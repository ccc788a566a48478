import { type CollectionEntry, getCollection } from 'astro:content';
import type { Page } from '#lib/page.ts';
import type { Edition } from '#site.ts';

const entries = await getCollection('pages');

const toPage = ({
  data: { slug, title, description, updatedAt },
  rendered,
}: CollectionEntry<'pages'>): Page => ({
  slug,
  title,
  description,
  updatedAt,
  html: rendered?.html ?? '',
});

/** The pages that an edition's editors have written, by the order of their names. */
export const getPages = ({ id }: Edition): readonly Page[] =>
  entries
    .filter(({ data }) => data.edition === id)
    .map(toPage)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
