import { type Edition, editions } from '#site.ts';
import { remembered } from './remembered.ts';

/** Matches a letter of the script in which a language is written; none for languages that mix several. */
const letterOf = remembered((lang: string): RegExp | undefined => {
  const { script = '' } = new Intl.Locale(lang).maximize();
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u');
  } catch {
    return undefined;
  }
});

const isWritten = (text: string, { lang }: Edition): boolean => letterOf(lang)?.test(text) ?? false;

/**
 * The edition in whose language a name or title is read out, where that is not the one around it. The script
 * tells, and only where it leaves no choice: a voice that reads Arabic cannot read Latin letters.
 */
export function foreignLanguage(
  text: string,
  edition: Edition,
  all: readonly Edition[] = editions,
): Edition | undefined {
  if (isWritten(text, edition)) return undefined;
  const [other, ...more] = all.filter((candidate) => isWritten(text, candidate));
  return more.length === 0 ? other : undefined;
}

/** Writes names after each other, with the language's own commas and "and" between them. */
export const conjunctionOf = remembered(
  (locale: string) => new Intl.ListFormat(locale, { type: 'conjunction' }),
);
