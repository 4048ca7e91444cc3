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
  for (let year = yearOf(from); year <= yearOf(until); year++) {
    if (!coversYear(year)) return false;
  }
  return true;
}

/** The n-th working day after a day, which itself isn't counted (calculations §4). */
export function addWorkingDays(day: string, count: number): string {
  let left = count;
  for (let year = yearOf(day); ; year++) {
    const later = workdaysOf(year).filter((workday) => workday > day);
    const due = later[left - 1];
    if (due !== undefined) return due;
    left -= later.length;
  }
}

/** Working days after `from` up to and including `until`; 0 when `until` isn't later. */
export function workingDaysBetween(from: string, until: string): number {
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(until); year++)
    count += workdaysOf(year).filter((workday) => workday > from && workday <= until).length;
  return count;
}

/** Each year is asked for once: the library takes its time over a day. */
const known = new Map<number, readonly string[]>();

function workdaysOf(year: number): readonly string[] {
  const already = known.get(year);
  if (already) return already;
  const workdays: string[] = [];
  for (let day = Temporal.PlainDate.from(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
    if (isWorkday(day.toString())) workdays.push(day.toString());
  }
  known.set(year, workdays);
  return workdays;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
