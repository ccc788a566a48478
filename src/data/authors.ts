import { getCollection } from 'astro:content';
import type { Author } from '#lib/author.ts';
import type { Edition } from '#site.ts';

const entries = new Map((await getCollection('authors')).map((entry) => [entry.id, entry]));

const authors = new Map<string, Author>();

/** An author as an edition presents them: in its own words where it has some, else in those for all. */
export function getAuthor(edition: Edition, id: string): Author {
  const key = `${id}.${edition.id}`;
  const author = authors.get(key) ?? toAuthor(edition, id);
  authors.set(key, author);
  return author;
}

function toAuthor({ id: edition }: Edition, id: string): Author {
  const entry = entries.get(`${id}.${edition}`) ?? entries.get(id);
  if (!entry) throw new Error(`No author "${id}". Add content/authors/${id}.md.`);
  return {
    id,
    name: entry.data.name,
    // The same in every language: a translation need not repeat it.
    kind: entry.data.kind ?? entries.get(id)?.data.kind ?? 'person',
    role: entry.data.role,
    bioHtml: entry.rendered?.html ?? '',
  };
}
