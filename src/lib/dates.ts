import type { Edition } from '#site.ts';
import { remembered } from './remembered.ts';

type Zone = Pick<Edition, 'locale' | 'timeZone'>;

/** A way to write dates, in any edition's words and zone. Formatters are slow to make, and lists print thousands of dates. */
function formatterOf(options: Intl.DateTimeFormatOptions): (zone: Zone) => Intl.DateTimeFormat {
  const inLocale = remembered((locale: string) =>
    remembered((timeZone: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone })),
  );
  return ({ locale, timeZone }) => inLocale(locale)(timeZone);
}

const inLetters = formatterOf({ day: 'numeric', month: 'long', year: 'numeric' });
const withWeekday = formatterOf({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const onClock = formatterOf({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const withOffset = formatterOf({ timeZoneName: 'longOffset' });
const inDigits = formatterOf({ year: 'numeric', month: '2-digit', day: '2-digit' });
const ofMonth = formatterOf({ month: 'long', year: 'numeric' });

/** "8 July 2024", in the edition's words and time zone. */
export const longDate = (date: Date, zone: Zone): string => inLetters(zone).format(date);

/** "Monday, 8 July 2024", for a calendar day such as "2024-07-08". */
export const nameOfDay = (day: string, { locale }: Pick<Edition, 'locale'>): string =>
  withWeekday({ locale, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** "09:00", on a 24-hour clock. */
export const clockTime = (date: Date, zone: Zone): string => onClock(zone).format(date);

/** For `datetime`: an instant in UTC, without the fraction of a second. */
export const machineTime = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * "2024-07-08T09:00:00+03:00": an instant on the clocks of a time zone, with the offset that they had then
 * (RFC 3339, section 5.6), for structured data, which asks for a zone.
 */
export function zonedTime(date: Date, { timeZone }: Pick<Edition, 'timeZone'>): string {
  const name = withOffset({ locale: 'en-US', timeZone })
    .formatToParts(date)
    .find(({ type }) => type === 'timeZoneName')?.value;
  // "GMT+03:00"; plain "GMT" at no offset.
  const [, sign = '+', hours = '00', minutes = '00'] =
    /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name ?? '') ?? [];
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const local = new Date(date.getTime() + offset * 60_000);
  return machineTime(local).replace('Z', `${sign}${hours}:${minutes}`);
}

/** A calendar month in an edition's time zone: "2024", "07". */
export interface Month {
  readonly year: string;
  readonly month: string;
}

/** A month and how many stories it has. */
export interface CountedMonth extends Month {
  readonly count: number;
}

/** The month in which an instant falls where the edition is read. */
export function monthOf(date: Date, { timeZone }: Pick<Edition, 'timeZone'>): Month {
  const [year = '', month = ''] = calendarDay(date, { timeZone }).split('-');
  return { year, month };
}

/** "2024-07-08" in the edition's time zone: the key under which lists group a day. */
export const calendarDay = (date: Date, { timeZone }: Pick<Edition, 'timeZone'>): string =>
  inDigits({ locale: 'en-CA', timeZone }).format(date);

/** "July 2024". The middle of the month is the same month in every time zone. */
export const monthName = ({ year, month }: Month, { locale }: Pick<Edition, 'locale'>): string =>
  ofMonth({ locale, timeZone: 'UTC' }).format(new Date(`${year}-${month}-15T00:00:00Z`));
