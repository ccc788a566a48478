/** Asks the index of an edition's stories, through Pagefind's program. */
import { newestPart } from '#lib/search-parts.ts';
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

type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

/** As much of Pagefind as is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  readonly search: (
    words: string,
    options?: { filters: Filters },
  ) => Promise<{
    readonly results: readonly Result[];
    /** How many of the results stand in which part. */
    readonly filters: { readonly part?: Readonly<Record<string, number>> };
  }>;
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
    const pagefind = createInstance({
      noWorker: true,
      baseUrl: '/',
      mergeFilter: { part: newestPart },
    });
    // Answers when the index is there, or fails with the reason.
    await pagefind.search('');
    await Promise.all(
      this.#parts.map((part) =>
        pagefind.mergeIndex(this.#program.replace(/[^/]*$/, `${part}/`), {
          baseUrl: '/',
          mergeFilter: { part },
        }),
      ),
    );
    return pagefind;
  }

  /**
   * The stories with every word of the query in them, the best ones first. Pagefind alone would leave out
   * words that it does not know, and take "harbourx" for "harbour", in each part by itself.
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
    const known = await this.#knownWords(pagefind, sought);
    const any = known.parts;
    const { results } =
      any.length > 0
        ? await pagefind.search(known.words.join(' '), { filters: { ...filters, part: { any } } })
        : { results: [] };
    if (lost > lostBefore) throw new Error('A part of the search index did not arrive.');
    return results;
  }

  /** Of each word, the first form that the index knows; and the parts that know all of these. */
  async #knownWords(
    pagefind: Pagefind,
    sought: readonly (readonly string[])[],
  ): Promise<{ readonly words: readonly string[]; readonly parts: readonly string[] }> {
    const words: string[] = [];
    let parts: readonly string[] = [newestPart, ...this.#parts];
    for (const forms of sought) {
      const known = await firstKnown(pagefind, forms, parts);
      if (!known) return { words: [], parts: [] };
      words.push(known.form);
      parts = parts.filter((part) => known.parts.includes(part));
    }
    return { words, parts };
  }
}

// Pagefind says nothing of parts of its index that do not arrive, and would only find less: so they are counted.
let lost = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    if (!response.ok) lost++;
    // It may break off after its head.
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    lost++;
    throw error;
  }
};

async function firstKnown(
  pagefind: Pagefind,
  forms: readonly string[],
  among: readonly string[],
): Promise<{ readonly form: string; readonly parts: readonly string[] } | undefined> {
  for (const form of forms) {
    const parts = await partsWith(pagefind, form, among);
    if (parts.length > 0) return { form, parts };
  }
  return undefined;
}

/** The parts in which a story has this word, or else one that begins with it. */
async function partsWith(
  pagefind: Pagefind,
  word: string,
  among: readonly string[],
): Promise<readonly string[]> {
  // In quotation marks, a word stands for itself and its inflections only.
  const { results, filters } = await pagefind.search(`"${word}"`);
  if (results.length > 0) return among.filter((part) => (filters.part?.[part] ?? 0) > 0);
  const begins = await Promise.all(among.map((part) => hasBeginning(pagefind, word, part)));
  return among.filter((_part, index) => begins[index]);
}

async function hasBeginning(pagefind: Pagefind, word: string, part: string): Promise<boolean> {
  const [first] = (await pagefind.search(word, { filters: { part } })).results;
  if (!first) return false;
  const { content, locations } = await first.data();
  const words = content.split(' ');
  return locations.some((place) => beginsWith(words[place] ?? '', word));
}
