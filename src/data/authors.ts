import { getEntry } from 'astro:content';
import type { Author } from '#lib/author.ts';
import type { Edition } from '#site.ts';

/** An author as an edition presents them: in its own words where it has some, else in those for all. */
export async function getAuthor({ id: edition }: Edition, id: string): Promise<Author> {
  const entry = (await getEntry('authors', `${id}.${edition}`)) ?? (await getEntry('authors', id));
  if (!entry) throw new Error(`No author "${id}". Add content/authors/${id}.md.`);
  return { id, name: entry.data.name, role: entry.data.role, bioHtml: entry.rendered?.html ?? '' };
}

export const getAuthors = (edition: Edition, ids: readonly string[]): Promise<Author[]> =>
  Promise.all(ids.map((id) => getAuthor(edition, id)));
