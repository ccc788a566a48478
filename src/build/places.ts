/** What the path of a file says: its edition, its slug, the address of its page; or what is wrong with it. */
import { slugPattern } from '#lib/slug.ts';
import { editions } from '#site.ts';

export interface Place {
  readonly edition: string;
  readonly slug: string;
  /** Of the page that shows it, from the site's root. */
  readonly address: string;
}

const editionIds = editions.map(({ id }) => id);
const knownEditions = `Use one of these folders: ${editionIds.join(', ')}.`;

/** The folder of an edition's addresses, as they begin with it. */
function folderOf(edition: string): string {
  const folder = editions.find(({ id }) => id === edition)?.folder ?? '';
  return folder === '' ? '' : `${folder}/`;
}

/** What is wrong with a name that is no slug, and the nearest name that is one. */
function badName(name: string): string {
  const nearest = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const cure = `Use a-z, 0-9 and single hyphens, such as ${nearest || 'olive-harvest'}.md.`;
  return `has a name that cannot be an address. ${cure}`;
}

const badEdition = (folder: string, isFolder: boolean): string =>
  isFolder
    ? `stands in "${folder}", which is no edition. ${knownEditions}`
    : `stands in no edition. ${knownEditions}`;

export function articlePlace([edition = '', ...rest]: readonly string[]): Place | string {
  if (!editionIds.includes(edition)) return badEdition(edition, rest.length > 0);
  const slug = rest.at(-1) ?? '';
  if (!slugPattern.test(slug)) return badName(slug);
  return { edition, slug, address: `${folderOf(edition)}articles/${slug}/` };
}

export function authorPlace(segments: readonly string[]): Place | string {
  const [id = '', edition = '', ...rest] = (segments[0] ?? '').split('.');
  if (segments.length > 1) return 'stands in a folder. Put authors directly into authors/.';
  if (segments[0] !== id && !editionIds.includes(edition)) return badEdition(edition, true);
  const [name = ''] = segments;
  if (!slugPattern.test(id) || rest.length > 0) return badName(name);
  return { edition, slug: name, address: `${folderOf(edition)}authors/${id}/` };
}

export function pagePlace([edition = '', slug = '', ...rest]: readonly string[]): Place | string {
  if (!editionIds.includes(edition)) return badEdition(edition, slug !== '');
  if (rest.length > 0) return `stands too deep. Put pages directly into pages/${edition}/.`;
  if (!slugPattern.test(slug)) return badName(slug);
  return { edition, slug, address: `${folderOf(edition)}${slug}/` };
}

export function commentPlace([
  edition = '',
  article = '',
  number = '',
  ...rest
]: readonly string[]) {
  if (!editionIds.includes(edition)) return badEdition(edition, article !== '');
  if (rest.length > 0 || !/^[1-9]\d*$/.test(number)) {
    return `is not where comments stand. Use comments/${edition}/<slug>/<number>.md, such as comments/${edition}/${article || 'olive-harvest'}/1.md.`;
  }
  return {
    edition,
    slug: number,
    article: `${edition}/${article}`,
    address: `${folderOf(edition)}articles/${article}/`,
  };
}
