/** What a new article needs to know: as it was given, or asked for, or taken for granted. */
import type { Edition } from '#site.ts';

export type Ask = (question: string) => Promise<string>;

interface Question {
  /** The name of the option. */
  readonly name: string;
  readonly given: string | undefined;
  readonly known: readonly string[];
  /** One of those. */
  readonly usual: string;
  /** Absent where nobody can answer. */
  readonly ask: Ask | undefined;
}

export interface Choice {
  readonly value: string;
  /** Nobody chose it. */
  readonly isTaken: boolean;
}

export async function choose({ name, given, known, usual, ask }: Question): Promise<Choice> {
  const unknown = (value: string): string =>
    `--${name} is "${value}", which is not known. Use one of: ${known.join(', ')}.`;
  if (given !== undefined) {
    if (!known.includes(given)) throw new Error(unknown(given));
    return { value: given, isTaken: false };
  }
  if (!ask || known.length === 1) return { value: usual, isTaken: true };
  let question = `${name} (${known.join(', ')}) [${usual}]: `;
  for (;;) {
    const value = (await ask(question)).trim() || usual;
    if (known.includes(value)) return { value, isTaken: false };
    question = `"${value}" is not among them. ${name} [${usual}]: `;
  }
}

/** Asks until an answer is right. */
export async function askFor(
  ask: Ask,
  question: string,
  isRight: (answer: string) => boolean,
): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim();
    if (isRight(answer)) return answer;
  }
}

/** The edition that reads in the direction in which a headline is written; else the first. */
export function editionFor(headline: string, editions: readonly Edition[]): Edition | undefined {
  const count = (letters: RegExp): number => headline.match(letters)?.length ?? 0;
  const fromRight = count(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu);
  const dir = fromRight > count(/\p{L}/gu) / 2 ? 'rtl' : 'ltr';
  return editions.find((edition) => edition.dir === dir) ?? editions[0];
}
