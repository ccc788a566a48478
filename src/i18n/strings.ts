import { type Edition, editions } from '#site.ts';
import type { Words } from './word-list.ts';

export { countOf } from '#lib/plural.ts';

// Loaded by the edition's id, so that an edition brings its words as one file and nothing else changes.
const lists = new Map<string, Words>(
  await Promise.all(
    editions.map(async ({ id }): Promise<[string, Words]> => {
      const { words } = (await import(`./words/${id}.ts`)) as { words: Words };
      return [id, words];
    }),
  ),
);

/** The words of an edition. */
export function wordsOf({ id }: Pick<Edition, 'id'>): Words {
  const words = lists.get(id);
  if (!words) throw new Error(`No words for the edition "${id}". Add src/i18n/words/${id}.ts.`);
  return words;
}
