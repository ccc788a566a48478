/** What a reader looks for, as the address of the search page says it. */
export interface Search {
  readonly query: string;
  /** Empty for all. */
  readonly category: string;
  readonly year: string;
}

/** A longer query is no query: readers paste whole articles by mistake. */
export const longestQuery = 200;

/** Reads `?q=…&category=…&year=…`; what is missing is empty. */
export function readSearch(address: string): Search {
  const { searchParams } = new URL(address);
  const value = (name: string): string => searchParams.get(name)?.trim() ?? '';
  return {
    query: value('q').replaceAll(/\s+/g, ' ').slice(0, longestQuery),
    category: value('category'),
    year: value('year'),
  };
}

/** The address of the same page with another search in it; filters that are not set leave no trace. */
export function searchAddress(page: string, { query, category, year }: Search): string {
  const url = new URL(page);
  url.search = '';
  url.hash = '';
  for (const [name, value] of Object.entries({ q: query, category, year })) {
    if (value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}
