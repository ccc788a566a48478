/**
 * Characters that override or embed a direction (Unicode Standard Annex 9, sections 2.1 to 2.4): they can make
 * a line read otherwise than it is written. The marks LRM, RLM and ALM, which cannot, are not among them.
 */
export const directionControl = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A name inside a sentence that is plain text, where no `bdi` can stand: FIRST STRONG ISOLATE and POP DIRECTIONAL
 * ISOLATE keep its letters from moving the marks around it (Unicode Standard Annex 9, section 2.4).
 */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Words read in a minute: a careful reader's pace, the same for every edition. */
const wordsPerMinute = 220;

const inlineTag =
  /<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|span|strong|sub|sup|u|var|wbr)\b(?:"[^"]*"|[^>"])*>/g;
const tag = /<(?:"[^"]*"|[^>"])*>/g;

/** Counts the words of cleaned HTML, nearly enough for a reading time; tags count for nothing. */
export const countWords = (html: string): number =>
  html
    .replaceAll(inlineTag, '')
    .replaceAll(tag, ' ')
    .replaceAll(/&#?\w+;/g, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,%-]*/gu)?.length ?? 0;

/** What our own HTML writes as references: the serializer's hexadecimal ones, and those of XML. */
const reference = /&(?:#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The words of cleaned HTML on one line. They are text, to be escaped like any other. */
export const plainText = (html: string): string =>
  html
    .replaceAll(inlineTag, '')
    .replaceAll(tag, ' ')
    .replaceAll(reference, (_whole, code: string | undefined, name: string) =>
      code === undefined
        ? (named[name.toLowerCase()] ?? '')
        : String.fromCodePoint(parseInt(code, 16)),
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Whole minutes, at least one. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
