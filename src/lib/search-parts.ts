/** How an edition's stories are divided among indexes, so that a change of one needs no new index of them all. */

export interface Dated {
  /** Of publication, where the edition is read, as "2024-07". */
  readonly month: string;
}

export interface SearchPart<T> {
  /** Part of the address of its index; the newest part has none, and stands where the others hang on. */
  readonly name: string | undefined;
  readonly stories: readonly T[];
}

/** What one index holds, unless it is that of a month: about a second of Pagefind's work. */
const most = 300;
/** A word is rare or common by what its index holds: with fewer stories, that says nothing. */
const fewest = 100;

/** From wide to narrow: a period that holds too much is divided by the next. */
const periods: readonly ((month: string) => string)[] = [
  () => 'all',
  (month) => `${month.slice(0, 3)}0s`,
  (month) => month.slice(0, 4),
  (month) => `${month.slice(0, 4)}-q${Math.ceil(Number(month.slice(5)) / 3)}`,
  (month) => month,
];

/**
 * Divides stories, newest first, by decades, years, quarters or months, as many as they are: a story that
 * comes or goes changes its own part, and no other but where that becomes too large or too small.
 */
export function searchParts<T extends Dated>(stories: readonly T[]): SearchPart<T>[] {
  const [newest, before, ...older] = divide(stories, 0);
  const first =
    newest && before && newest.stories.length < fewest
      ? [{ ...newest, stories: [...newest.stories, ...before.stories] }]
      : [newest, before].filter((part) => part !== undefined);
  return [...first, ...older].map((part, index) =>
    index === 0 ? { ...part, name: undefined } : part,
  );
}

function divide<T extends Dated>(stories: readonly T[], level: number): SearchPart<T>[] {
  const periodOf = periods[level];
  if (!periodOf) return [];
  return [...Map.groupBy(stories, ({ month }) => periodOf(month))].flatMap(([name, some]) =>
    some.length <= most || level === periods.length - 1
      ? [{ name, stories: some }]
      : divide(some, level + 1),
  );
}

/** The list of what an index holds stands at this path of the site while that is built. */
export const recordsPath = /^(?<place>(?:[^/]+\/)?search\/)records\/(?<name>[^/]+)\.json$/;

/** As the newest part is called there. */
export const newestPart = 'newest';
