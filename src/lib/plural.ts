import type { Edition } from '#site.ts';

/**
 * One form of a phrase for each plural category that its language has (Unicode CLDR); `#` stands for the
 * number. English has two categories, Arabic six.
 */
export type Plural = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>;

/** "1 Comment", "2 Comments": the form that the language asks for, with the number in it. */
export function countOf(
  count: number,
  plural: Plural,
  { locale }: Pick<Edition, 'locale'>,
): string {
  const form = plural[new Intl.PluralRules(locale).select(count)] ?? plural.other;
  return form.replace('#', new Intl.NumberFormat(locale).format(count));
}
