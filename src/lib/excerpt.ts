/** A piece of an excerpt; what was searched for is marked. */
export interface Passage {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Quotation marks, brackets and stops around a word are not what was found. */
const core = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su;

/** The words from one place up to another, those at `matches` marked; places count from the text's start. */
export function markWords(
  words: readonly string[],
  matches: ReadonlySet<number>,
  { from = 0, to = words.length }: { from?: number; to?: number } = {},
): Passage[] {
  const passages: { text: string; isMatch: boolean }[] = [];
  const add = (text: string, isMatch: boolean): void => {
    const last = passages.at(-1);
    if (text === '') return;
    if (last?.isMatch === isMatch) last.text += text;
    else passages.push({ text, isMatch });
  };
  words.slice(from, to).forEach((word, index) => {
    if (index > 0) add(' ', false);
    const [, before = '', inner = word, after = ''] = core.exec(word) ?? [];
    if (!matches.has(from + index) || inner === '') {
      add(word, false);
      return;
    }
    add(before, false);
    add(inner, true);
    add(after, false);
  });
  return passages;
}

/** The part of so many words with most matches in it, beginning a little before the first of them. */
export function bestPart(
  count: number,
  matches: readonly number[],
  { from, length }: { from: number; length: number },
): { from: number; to: number } {
  const places = matches.filter((place) => place >= from && place < count).sort((a, b) => a - b);
  let [best = from] = places;
  let most = 0;
  let end = 0;
  places.forEach((place, index) => {
    while (end < places.length && (places[end] ?? 0) < place + length) end++;
    if (end - index > most) {
      most = end - index;
      best = place;
    }
  });
  const start = Math.max(from, Math.min(best - 5, count - length));
  return { from: start, to: Math.min(count, start + length) };
}
