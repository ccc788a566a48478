import type { Edition } from '#site.ts';

/**
 * One form of a phrase for each plural category that its language has (Unicode CLDR); `#` stands for the
 * number. English has two categories, Arabic six.
 */
export type Plural = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>;

// Both are slow to make, and every list counts.
const rules: Record<string, Intl.PluralRules> = {};
const numbers: Record<string, Intl.NumberFormat> = {};

/** "1 Comment", "2 Comments": the form that the language asks for, with the number in it. */
export function countOf(
  count: number,
  plural: Plural,
  { locale }: Pick<Edition, 'locale'>,
): string {
  const category = (rules[locale] ??= new Intl.PluralRules(locale)).select(count);
  const number = (numbers[locale] ??= new Intl.NumberFormat(locale)).format(count);
  return (plural[category] ?? plural.other).replace('#', number);
}
