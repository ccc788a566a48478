/**
 * The search of a copy that is read from a disk, where no page may fetch: all words of all stories come in
 * one script. It answers as StoryIndex in story-index.ts does, whose place it takes.
 */
import { type CarriedRecord, hasWord } from '#lib/carried-record.ts';
import { beginsWith, soughtWords, wordsOfText } from '#lib/search-words.ts';
import type { FoundStory } from './story-index.ts';

declare global {
  var carriedStories: readonly CarriedRecord[] | undefined;
}

interface Result {
  readonly data: () => Promise<FoundStory>;
}

export class StoryIndex {
  open(): Promise<void> {
    return Promise.resolve();
  }

  /** The stories with every word of the query in them, the newest first. */
  find(query: string, filters: Readonly<Record<string, string>>): Promise<readonly Result[]> {
    const sought = wordsOfText(query)
      .map(soughtWords)
      .filter((forms) => forms.length > 0);
    const { category, year } = filters;
    const found = (globalThis.carriedStories ?? []).filter(
      (record) =>
        sought.length > 0 &&
        (category === undefined || record.categories.includes(category)) &&
        (year === undefined || record.year === year) &&
        sought.every((forms) => hasWord(record, forms)),
    );
    return Promise.resolve(
      found.map((record) => ({ data: () => Promise.resolve(asFound(record, sought.flat())) })),
    );
  }
}

function asFound(record: CarriedRecord, sought: readonly string[]): FoundStory {
  const { url, title, description, date, publishedAt } = record;
  const words = wordsOfText(`${title} ${description}`);
  return {
    url,
    content: words.join(' '),
    locations: words.flatMap((word, place) =>
      sought.some((form) => beginsWith(word, form)) ? [place] : [],
    ),
    meta: { title, date, publishedAt },
  };
}
