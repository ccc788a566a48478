/** The search of a copy that is read from a disk. */
import { bareLetters, partsOfWord, wordsOfText } from './search-words.ts';

/** A story in the search of a copy. */
export interface CarriedRecord {
  /** From the search page. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly year: string;
  readonly date: string;
  readonly publishedAt: string;
  /** Each word of the story once, folded as src/lib/search-words.ts does, with spaces between. */
  readonly words: string;
}

/** The words of a text for a record. */
export const foldedWords = (text: string): string =>
  [...new Set(wordsOfText(text).flatMap(partsOfWord))].join(' ');

/** Whether a record has a word that begins with one of these forms of a word. */
export const hasWord = (
  { words }: Pick<CarriedRecord, 'words'>,
  forms: readonly string[],
): boolean => forms.some((form) => ` ${words}`.includes(` ${bareLetters(form)}`));
