import { type Edition, editions } from '#site.ts';

/** The route parameter of an edition: none for the one at the root. */
export const editionParam = ({ folder }: Pick<Edition, 'folder'>): string | undefined =>
  folder === '' ? undefined : folder;

/** A path for each edition, for pages that stand once in each, with what the page is given there. */
export const editionPaths = <Props>(propsIn: (edition: Edition) => Props) =>
  editions.map((edition) => ({
    params: { edition: editionParam(edition) },
    props: propsIn(edition),
  }));

/** The address of a page of a list, by its number. */
export type PathOfPage = (number: number) => string;

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly total: number;
}

/** How many pages a list has: at least one. */
const countPages = ({ length }: readonly unknown[], size: number): number =>
  Math.max(1, Math.ceil(length / size));

/** A list in pages, at least one; the first has no number in its address. */
export function listPages<T>(items: readonly T[], size: number): ListPage<T>[] {
  const total = countPages(items, size);
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    total,
  }));
}

/** Whether a list is long enough to have this page. */
export const hasPage = (
  items: readonly unknown[],
  size: number,
  { number }: Pick<ListPage<unknown>, 'number'>,
): boolean => number <= countPages(items, size);

/** The route parameter of a page in a list. */
export const pageParam = ({ number }: Pick<ListPage<unknown>, 'number'>): string | undefined =>
  number === 1 ? undefined : String(number);
