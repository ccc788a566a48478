/** What readers can download to carry: the whole site, the newest stories as a book, or as one page. */
import type { Edition } from '#site.ts';
import { calendarDay } from './dates.ts';
import { absolute, homePath } from './urls.ts';

export const carriedForms = ['site', 'book', 'page'] as const;
export type CarriedForm = (typeof carriedForms)[number];

const endings: Readonly<Record<CarriedForm, string>> = { site: 'zip', book: 'epub', page: 'html' };

export interface CarriedFile {
  /** The edition's id. */
  readonly edition: string;
  readonly form: CarriedForm;
  readonly file: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** The slugs of the stories in it. */
  readonly stories: readonly string[];
}

export interface CarriedFiles {
  /** The clock of the build that they were made from. */
  readonly madeAt: Date;
  readonly files: readonly CarriedFile[];
}

/** "example.org-en-2026-11-25.epub": where it is from, the edition, the day. */
export const carriedName = (edition: Edition, form: CarriedForm, madeAt: Date): string => {
  const { host } = new URL(absolute(homePath(edition)));
  const day = calendarDay(madeAt, edition);
  return `${host.replace(':', '-')}-${edition.id}-${day}.${endings[form]}`;
};

/** "412 kB", "1.3 MB", in the edition's words. */
export function fileSize(bytes: number, { locale }: Pick<Edition, 'locale'>): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

/** Whether all that a file holds is still published: what was taken down must not live on in a download. */
export const isStillPublished = (
  { stories }: Pick<CarriedFile, 'stories'>,
  published: ReadonlySet<string>,
): boolean => stories.every((slug) => published.has(slug));
