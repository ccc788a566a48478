/**
 * All that pages are told of the time. A build that finds the same answers as the last one, and everything else
 * unchanged too, has no page to make.
 */
import { settings } from '#settings.ts';
import type { Edition } from '#site.ts';
import { calendarDay } from './dates.ts';

/** The day of the build where the edition is read, as "2024-07-08". */
export const today = (edition: Pick<Edition, 'timeZone'>): string =>
  calendarDay(settings.now, edition);

const newsWindow = 2 * 24 * 60 * 60 * 1000;

interface Dated {
  readonly publishedAt: Date;
}

/** Whether a story is news at a moment: published in the two days before it. */
export const newsAt =
  (moment: Date) =>
  ({ publishedAt }: Dated): boolean =>
    moment.getTime() - publishedAt.getTime() < newsWindow;

export const isNews = newsAt(settings.now);
