import type { CategoryId, Edition } from '#site.ts';
import type { Article } from './article.ts';
import { longDate } from './dates.ts';

/** What stands on a social card: the picture that messengers and networks show beside a link. Type only. */
export interface Card {
  /** Its place among the cards: that of its page among the pages. */
  readonly place: string;
  readonly lang: string;
  readonly dir: Edition['dir'];
  /** Absent where the headline says it. */
  readonly siteName?: string | undefined;
  readonly label?: string | undefined;
  readonly headline: string;
  readonly text?: string | undefined;
  readonly date?: string | undefined;
}

/** A card as pages name it. */
export interface SocialCard {
  /** The name under which it is published: see cardPath. */
  readonly file: string;
  readonly alt: string;
}

/** The size that Open Graph's users agree on. */
export const cardSize = { width: 1200, height: 630 } as const;

const frameOf = ({ lang, dir }: Edition) => ({ lang, dir });

/** The date is that of the first publication: a story that is updated keeps its card. */
export const articleCard = ({
  edition,
  slug,
  title,
  categories: [primary],
  publishedAt,
}: Pick<Article, 'edition' | 'slug' | 'title' | 'categories' | 'publishedAt'>): Card => ({
  ...frameOf(edition),
  place: `${edition.id}/articles/${slug}`,
  siteName: edition.siteName,
  label: edition.categories[primary].name,
  headline: title,
  date: longDate(publishedAt, edition),
});

export const categoryCard = (edition: Edition, id: CategoryId): Card => ({
  ...frameOf(edition),
  place: `${edition.id}/${id}`,
  siteName: edition.siteName,
  headline: edition.categories[id].name,
  text: edition.categories[id].description,
});

export const homeCard = (edition: Edition): Card => ({
  ...frameOf(edition),
  place: `${edition.id}/home`,
  headline: edition.siteName,
  text: edition.tagline,
});

/** What a reader hears who does not see the card. */
export const cardAlt = ({ headline, siteName }: Pick<Card, 'headline' | 'siteName'>): string =>
  siteName === undefined ? headline : `${headline} – ${siteName}`;

const carriesMeaning = /^[\p{L}\p{N}\p{Mn}\p{Mc}]$/u;
const isInvisible = /^\p{Default_Ignorable_Code_Point}$/u;
/** LRM, RLM and ALM order what stands around them, and are never drawn. */
const isDirectionMark = /^[\u200e\u200f\u061c]$/;
/** Languages put two marks on a letter, as ّ and َ in Arabic; more would pile up over the edge of the card. */
const piledMarks = /(\p{Mn}{2})\p{Mn}+/gu;

/** Stands in every emoji (https://unicode.org/reports/tr51/#Emoji_Sets), and is found far sooner than one. */
const signOfEmoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]/u;

const withoutEmoji = (text: string): string =>
  signOfEmoji.test(text) ? text.replaceAll(/\p{RGI_Emoji}/gv, '') : text;

/**
 * A text as far as there are letters for it: emoji and other signs without a glyph are left out, so that no
 * empty boxes stand in their place. Undefined where a letter would be missing: no text is better than half a text.
 */
export function drawableText(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
): string | undefined {
  const plain = withoutEmoji(text.normalize('NFC')).replaceAll(piledMarks, '$1');
  let drawable = '';
  for (const sign of plain) {
    if (isDirectionMark.test(sign) || hasGlyph(sign.codePointAt(0) ?? 0)) drawable += sign;
    else if (/\s/.test(sign)) drawable += ' ';
    else if (!isInvisible.test(sign) && carriesMeaning.test(sign)) return undefined;
  }
  const trimmed = drawable.replaceAll(/ +/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(trimmed) ? trimmed : undefined;
}
