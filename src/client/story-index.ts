/** Asks the index of an edition's stories, through Pagefind's program. */
import { beginsWith, soughtWords, wordsOfText } from '#lib/search-words.ts';

/** What the index holds of a story that was found. */
export interface FoundStory {
  readonly url: string;
  /** The words of the headline and of the story, with single spaces between them. */
  readonly content: string;
  /** Which of these words were looked for. */
  readonly locations: readonly number[];
  readonly meta: { readonly title: string; readonly date: string; readonly publishedAt: string };
}

interface Result {
  readonly data: () => Promise<FoundStory>;
}

/** As much of Pagefind as is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  readonly search: (
    words: string,
    options?: { filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly Result[] }>;
  readonly preload: (words: string) => Promise<void>;
  readonly mergeIndex: (address: string, options: object) => Promise<void>;
}

interface Program {
  readonly createInstance: (options: object) => Pagefind;
}

/** More words than these narrow nothing down. */
const mostWords = 12;

export class StoryIndex {
  readonly #program: string;
  readonly #parts: readonly string[];
  #opened: Promise<Pagefind> | undefined;
  #attempts = 0;

  /** `program` is the address of Pagefind's program, beside which stand the newest part of the index and the others. */
  constructor(program: string, parts: readonly string[]) {
    this.#program = program;
    this.#parts = parts;
  }

  /** Loads the program and what it needs before the first question; once, or anew where that failed. */
  async open(): Promise<Pagefind> {
    this.#opened ??= this.#load();
    try {
      return await this.#opened;
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }

  async #load(): Promise<Pagefind> {
    // A browser that could not load a module does not ask for it again under the same address.
    const address = this.#attempts++ === 0 ? '' : `?attempt=${this.#attempts}`;
    const { createInstance } = (await import(
      /* @vite-ignore */ this.#program + address
    )) as Program;
    // Its worker would be another 12 kB and needs more leave from the policy.
    const pagefind = createInstance({ noWorker: true, baseUrl: '/' });
    // Answers when the index is there, or fails with the reason.
    await pagefind.search('');
    await Promise.all(
      this.#parts.map((part) =>
        pagefind.mergeIndex(this.#program.replace(/[^/]*$/, `${part}/`), { baseUrl: '/' }),
      ),
    );
    return pagefind;
  }

  /**
   * The stories with every word of the query in them, the best ones first. Pagefind alone would leave out
   * words that it does not know, and take "harbourx" for "harbour".
   */
  async find(query: string, filters: Readonly<Record<string, string>>): Promise<readonly Result[]> {
    const pagefind = await this.open();
    const sought = wordsOfText(query)
      .slice(0, mostWords)
      .map(soughtWords)
      .filter((forms) => forms.length > 0);
    if (sought.length === 0) return [];
    const lostBefore = lost;
    await pagefind.preload(sought.flat().join(' '));
    const words = await knownWords(pagefind, sought);
    const { results } = words
      ? await pagefind.search(words.join(' '), { filters })
      : { results: [] };
    if (lost > lostBefore) throw new Error('A part of the search index did not arrive.');
    return results;
  }
}

// Pagefind says nothing of parts of its index that do not arrive, and would only find less: so they are counted.
let lost = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    if (!response.ok) lost++;
    return response;
  } catch (error) {
    lost++;
    throw error;
  }
};

/** Of each word, the first form that the index knows; nothing, if it does not know one of the words. */
async function knownWords(
  pagefind: Pagefind,
  sought: readonly (readonly string[])[],
): Promise<string[] | undefined> {
  const words: string[] = [];
  for (const forms of sought) {
    const form = await firstKnown(pagefind, forms);
    if (form === undefined) return undefined;
    words.push(form);
  }
  return words;
}

async function firstKnown(
  pagefind: Pagefind,
  forms: readonly string[],
): Promise<string | undefined> {
  for (const form of forms) if (await isKnown(pagefind, form)) return form;
  return undefined;
}

/** Whether a story has this word, or one that begins with it. */
async function isKnown(pagefind: Pagefind, word: string): Promise<boolean> {
  // In quotation marks, a word stands for itself and its inflections only.
  const exact = await pagefind.search(`"${word}"`);
  if (exact.results.length > 0) return true;
  const [first] = (await pagefind.search(word)).results;
  if (!first) return false;
  const { content, locations } = await first.data();
  const words = content.split(' ');
  return locations.some((place) => beginsWith(words[place] ?? '', word));
}
