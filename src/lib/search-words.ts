/**
 * How words are folded before they are compared: those of stories when the index is made, those of a reader
 * in the browser. Only Arabic needs it; other languages are left to Pagefind's own stemmers.
 *
 * Arabic follows the light stemmer "light10" (Larkey, Ballesteros and Connell, Light Stemming for Arabic
 * Information Retrieval, 2007), but takes endings and articles off as long as there are any: in one pass,
 * "فلسطين" and "فلسطيني" would not meet.
 */

/** The words of a text, as Pagefind counts them: whatever stands between white space. */
export const wordsOfText = (text: string): string[] =>
  text
    .replaceAll('\u200b', '')
    .split(/[\s\u0085]+/)
    .filter((word) => word !== '');

const arabicRun = /\p{Script=Arabic}[\p{Script=Arabic}\p{Mn}\p{Cf}\u0640]*/gu;
const eastern = /[٠-٩۰-۹]/g;

/** One spelling of each letter: without marks and hamza seats; ى as ي, ة as ه. */
const plainLetters = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Cf}\u0640\s]/gu, '')
    .replaceAll('ٱ', 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه');

/** "the", also behind "and", "so", "in", "like" and "for"; not that of God's name, of which little would stay. */
const article = /^(?:ال(?=..)|(?:[وفبك]ال|و?لل)(?=...))(?!له$)([^]*)/;
/** Those of light10, and that of countries: "ألمانيا" beside "ألماني". */
const ending = /^([^]{3,}?)(?:ها|ان|ات|ون|ين|يا|يه|ه|ي)$/;
/** "and", "so", "in", "for" and "like" are written as part of the next word; many words begin so by nature. */
const particle = /^[وفبلك](?=...)/;

/** Leaves of what the pattern finds its group, until it finds nothing. Safari before 16.4 cannot look behind. */
function without(pattern: RegExp, word: string): string {
  const rest = word.replace(pattern, '$1');
  return rest === word ? word : without(pattern, rest);
}

/** The stem of an Arabic word; and another, if its first letter may be a word of its own. */
function arabicStems(word: string): [stem: string, ...others: string[]] {
  const plain = plainLetters(word);
  const bare = without(article, plain);
  const stem = without(ending, bare);
  if (bare !== plain || !particle.test(plain)) return [stem];
  return [stem, without(ending, plain.replace(particle, ''))];
}

const westernDigits = (word: string): string =>
  word.replaceAll(eastern, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/**
 * A word of a story as it goes into the index. It stays one word, so that places in the index are places in
 * the text. A hyphen makes Pagefind index both sides, at half the weight.
 */
export const indexedWord = (word: string): string =>
  westernDigits(word)
    .replaceAll(arabicRun, (run) => arabicStems(run).join('-'))
    // Pagefind takes instructions in words that begin with three of them.
    .replace(/^_+/, '') || '-';

/** What to look for when a reader writes this word: the first of these that there is. None for mere signs. */
export function soughtWords(word: string): readonly string[] {
  const letters = westernDigits(word)
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase();
  if (letters === '') return [];
  const [first = ''] = letters.match(arabicRun) ?? [];
  return first === letters ? arabicStems(letters) : [letters.replaceAll(arabicRun, plainLetters)];
}

/** Without capitals and marks: "café" as "cafe". */
export const bareLetters = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** The parts of a word as the index knows it: those on both sides of a hyphen, and of a particle. */
export const partsOfWord = (word: string): string[] =>
  bareLetters(indexedWord(word))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

/** Whether part of a word begins with what was looked for: "al-Aqsa" with "aqsa", "Café" with "caf". */
export function beginsWith(word: string, sought: string): boolean {
  const parts = partsOfWord(word);
  return [...parts, parts.join('')].some((part) => part.startsWith(bareLetters(sought)));
}

/** Pagefind's name for the language whose stemmer it is to use; none where words are folded here. */
export const stemmerOf = (lang: string): string => (lang.split('-')[0] === 'ar' ? 'und' : lang);
