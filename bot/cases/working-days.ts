/**
 * Working days of the mainland, holidays and make-up work (调休) included, from chinese-days. The library knows some years
 * only and silently takes all others for plain weeks: `coversYear` says which it knows.
 */
import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';

/**
 * Noon of the day on the local clock. A text would be read as midnight UTC, and west of Greenwich the library would
 * look at the day before.
 */
function dateFor(day: string): Date {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return new Date(year, month - 1, date, 12);
}

export function isWorkday(day: string): boolean {
  return chineseDays.isWorkday(dateFor(day));
}

/**
 * Whether the holidays of a year are known. 1 October is a holiday each year since 1949, so a year in which the library
 * has no name for it but that of the weekday is a year without data.
 */
export function coversYear(year: number): boolean {
  return chineseDays.getDayDetail(dateFor(`${year}-10-01`)).name.includes(',');
}

/** Whether every year from one day to the other is known. */
export function coversPeriod(from: string, until: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    if (!coversYear(year)) return false;
  }
  return true;
}

/** The n-th working day after a day, which itself isn't counted (calculations §4). */
export function addWorkingDays(day: string, count: number): string {
  let date = Temporal.PlainDate.from(day);
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkday(date.toString())) left--;
  }
  return date.toString();
}

/** Working days after `from` up to and including `until`; 0 when `until` isn't later. At most `most` are counted. */
export function workingDaysBetween(from: string, until: string, most = 2000): number {
  let count = 0;
  for (let date = Temporal.PlainDate.from(from); date.toString() < until && count < most; ) {
    date = date.add({ days: 1 });
    if (isWorkday(date.toString())) count++;
  }
  return count;
}
