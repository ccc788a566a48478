import { type Edition, editions } from '#site.ts';
import type { SocialCard } from './card.ts';
import { remembered } from './remembered.ts';
import { homePath } from './urls.ts';

/** Where a page leads in another edition. */
export interface Alternate {
  readonly edition: Edition;
  readonly path: string;
  /** Whether it is the same page in the other language, or only a place to begin. */
  readonly isTwin: boolean;
}

/** What stands around every page of an edition. */
export interface Frame {
  readonly edition: Edition;
  /** The pages that the edition's editors have written, for the foot of each page. */
  readonly pages: readonly { readonly slug: string; readonly title: string }[];
  readonly alternates: readonly Alternate[];
  /** What stands for the page where its link is shared. */
  readonly card: SocialCard;
}

/** The path of a page's twin in another edition; undefined where it has none. */
export type TwinIn = (edition: Edition) => string | undefined;

/** For each other edition, the page's twin, or else the nearest thing that is there: by default its home. */
export const alternatesOf = (
  edition: Pick<Edition, 'id'>,
  twinIn: TwinIn,
  nearestIn: (edition: Edition) => string = homePath,
): Alternate[] =>
  editions
    .filter(({ id }) => id !== edition.id)
    .map((other) => {
      const twin = twinIn(other);
      return { edition: other, path: twin ?? nearestIn(other), isTwin: twin !== undefined };
    });

export interface LanguageLink {
  readonly hreflang: string;
  readonly path: string;
}

/**
 * The page in every language that it exists in, itself included, and in the first edition's as the one for
 * everybody else (x-default); none for a page without twins. Each twin lists the same links.
 */
export function languageLinks(
  edition: Edition,
  path: string,
  alternates: readonly Alternate[],
): LanguageLink[] {
  const twins = alternates.filter(({ isTwin }) => isTwin);
  if (twins.length === 0) return [];
  const versions = editions.flatMap(({ id, lang }) => {
    const own = id === edition.id ? path : twins.find((twin) => twin.edition.id === id)?.path;
    return own === undefined ? [] : [{ hreflang: lang, path: own }];
  });
  const [first] = versions;
  return first ? [...versions, { hreflang: 'x-default', path: first.path }] : [];
}

/** "ar_PS": Open Graph writes a language and a country, and nothing else. */
export const openGraphLocale = ({ locale }: Pick<Edition, 'locale'>): string => graphLocale(locale);

const graphLocale = remembered((locale: string) =>
  new Intl.Locale(locale).baseName.replaceAll('-', '_'),
);
