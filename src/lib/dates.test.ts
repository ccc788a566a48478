import { describe, expect, test } from 'vitest';
import {
  calendarDay,
  clockTime,
  longDate,
  machineTime,
  monthName,
  monthOf,
  nameOfDay,
  zonedTime,
} from './dates.ts';

const gaza = { timeZone: 'Asia/Gaza' };
const english = { locale: 'en-GB', ...gaza };
const arabic = { locale: 'ar-PS-u-nu-latn-ca-gregory', ...gaza };

const morning = new Date('2024-07-08T06:00:00Z');

describe('a date in words', () => {
  test('is written as the English edition writes it', () => {
    expect(longDate(morning, english)).toBe('8 July 2024');
  });

  test('has Levantine months, Latin digits and Gregorian years in Arabic', () => {
    expect(longDate(morning, arabic)).toBe('8 تموز 2024');
  });

  // Whether a comma follows the weekday differs between versions of the Unicode data.
  test('can begin with the weekday', () => {
    expect(nameOfDay('2024-07-08', english)).toMatch(/^Monday,? 8 July 2024$/);
    expect(nameOfDay('2024-07-08', arabic)).toMatch(/^الاثنين،? 8 تموز 2024$/);
  });

  test('is the date of the edition’s time zone, the weekday too', () => {
    const lateInNewYork = new Date('2024-07-08T03:30:00Z');
    const newYork = { locale: 'en-GB', timeZone: 'America/New_York' };
    expect(longDate(lateInNewYork, english)).toBe('8 July 2024');
    expect(longDate(lateInNewYork, newYork)).toBe('7 July 2024');
    expect(nameOfDay(calendarDay(lateInNewYork, english), english)).toMatch(/^Monday/);
    expect(nameOfDay(calendarDay(lateInNewYork, newYork), newYork)).toMatch(/^Sunday/);
  });
});

describe('midnight in Gaza', () => {
  test.each([
    ['2024-07-07T20:59:59.999Z', '2024-07-07', '7 July 2024', '23:59'],
    ['2024-07-07T21:00:00.000Z', '2024-07-08', '8 July 2024', '00:00'],
    ['2024-01-14T21:59:59.999Z', '2024-01-14', '14 January 2024', '23:59'],
    ['2024-01-14T22:00:00.000Z', '2024-01-15', '15 January 2024', '00:00'],
    ['2024-02-28T22:00:00.000Z', '2024-02-29', '29 February 2024', '00:00'],
  ])('%s falls on %s', (instant, day, words, time) => {
    const date = new Date(instant);
    expect(calendarDay(date, gaza)).toBe(day);
    expect(longDate(date, english)).toBe(words);
    expect(clockTime(date, english)).toBe(time);
  });

  test.each([
    ['2024-06-30T20:59:59Z', '2024', '06'],
    ['2024-06-30T21:00:00Z', '2024', '07'],
    ['2024-12-31T21:59:59Z', '2024', '12'],
    ['2024-12-31T22:00:00Z', '2025', '01'],
  ])('%s belongs to the month %s-%s', (instant, year, month) => {
    expect(monthOf(new Date(instant), gaza)).toEqual({ year, month });
  });
});

describe('the change of the clocks in Gaza', () => {
  test.each([
    ['2024-04-19T23:59:00Z', '01:59'],
    ['2024-04-20T00:00:00Z', '03:00'],
    ['2024-10-25T22:59:00Z', '01:59'],
    ['2024-10-25T23:00:00Z', '01:00'],
  ])('%s is %s on the clock', (instant, time) => {
    expect(clockTime(new Date(instant), english)).toBe(time);
  });

  test.each([
    ['2024-04-19T21:59:59Z', '2024-04-19'],
    ['2024-04-19T22:00:00Z', '2024-04-20'],
    ['2024-04-20T20:59:59Z', '2024-04-20'],
    ['2024-04-20T21:00:00Z', '2024-04-21'],
    ['2024-10-26T21:59:59Z', '2024-10-26'],
    ['2024-10-26T22:00:00Z', '2024-10-27'],
  ])('%s is still or already %s', (instant, day) => {
    expect(calendarDay(new Date(instant), gaza)).toBe(day);
  });
});

describe('the time of day', () => {
  test.each([english, arabic])('has 24 hours, two digits and Latin numbers in $locale', (zone) => {
    expect(clockTime(morning, zone)).toBe('09:00');
    expect(clockTime(new Date('2024-07-08T18:05:00Z'), zone)).toBe('21:05');
  });

  test('is that of the edition’s time zone', () => {
    expect(clockTime(morning, { locale: 'en-GB', timeZone: 'Asia/Kathmandu' })).toBe('11:45');
  });
});

describe('the time for machines', () => {
  test.each([
    ['2024-07-08T09:00:00+03:00', '2024-07-08T06:00:00Z'],
    ['2024-07-08T06:00:00.987Z', '2024-07-08T06:00:00Z'],
    ['2024-12-31T23:30:00-02:00', '2025-01-01T01:30:00Z'],
  ])('%s becomes %s', (written, machine) => {
    expect(machineTime(new Date(written))).toBe(machine);
  });
});

describe('the name of a month', () => {
  test.each([
    ['01', 'January', 'كانون الثاني'],
    ['02', 'February', 'شباط'],
    ['03', 'March', 'آذار'],
    ['04', 'April', 'نيسان'],
    ['05', 'May', 'أيار'],
    ['06', 'June', 'حزيران'],
    ['07', 'July', 'تموز'],
    ['08', 'August', 'آب'],
    ['09', 'September', 'أيلول'],
    ['10', 'October', 'تشرين الأول'],
    ['11', 'November', 'تشرين الثاني'],
    ['12', 'December', 'كانون الأول'],
  ])('%s is %s, in Arabic %s', (month, inEnglish, inArabic) => {
    expect(monthName({ year: '2024', month }, english)).toBe(`${inEnglish} 2024`);
    expect(monthName({ year: '2024', month }, arabic)).toBe(`${inArabic} 2024`);
  });

  test('carries its own year', () => {
    expect(monthName({ year: '1948', month: '12' }, english)).toBe('December 1948');
  });
});

describe('a time with its zone', () => {
  // Gaza put its clocks forward at 2 on 20 April 2024, and back at 2 on 26 October.
  test.each([
    ['summer', '2024-07-08T06:00:00Z', '2024-07-08T09:00:00+03:00'],
    ['winter', '2024-12-31T09:00:00Z', '2024-12-31T11:00:00+02:00'],
    ['the last second of winter', '2024-04-19T23:59:59Z', '2024-04-20T01:59:59+02:00'],
    ['the first second of summer', '2024-04-20T00:00:00Z', '2024-04-20T03:00:00+03:00'],
    ['the last second of summer', '2024-10-25T22:59:59Z', '2024-10-26T01:59:59+03:00'],
    ['the hour that comes twice', '2024-10-25T23:00:00Z', '2024-10-26T01:00:00+02:00'],
    ['the other side of midnight', '2024-07-08T23:30:00.500Z', '2024-07-09T02:30:00+03:00'],
  ])('has the offset of Gaza in %s', (_when, instant, written) => {
    expect(zonedTime(new Date(instant), gaza)).toBe(written);
  });

  test.each([
    ['UTC', '2024-07-08T06:00:00+00:00'],
    ['America/St_Johns', '2024-07-08T03:30:00-02:30'],
    ['Asia/Kathmandu', '2024-07-08T11:45:00+05:45'],
  ])('has the offset of %s, to the minute', (timeZone, written) => {
    expect(zonedTime(morning, { timeZone })).toBe(written);
  });
});
