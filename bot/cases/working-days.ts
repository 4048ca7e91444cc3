/**
 * Working days of the mainland, holidays and make-up work (调休) included, from the data of chinese-days.
 * Its tables are read, not its functions: those reckon in the local time of the machine, and west of Greenwich their
 * holidays are a day early. It knows some years only; `coversYear` says which, where the library itself would silently
 * take all others for plain weeks.
 */
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(calendar.holidays));
const WORKED: ReadonlySet<string> = new Set(Object.keys(calendar.workdays));
const YEARS: ReadonlySet<number> = new Set([...HOLIDAYS].map(yearOf));
const SATURDAY = 6;

export function isWorkday(day: string): boolean {
  if (WORKED.has(day)) return true;
  return !HOLIDAYS.has(day) && Temporal.PlainDate.from(day).dayOfWeek < SATURDAY;
}

/** Whether the holidays of a year are known; there is no year without any. */
export function coversYear(year: number): boolean {
  return YEARS.has(year);
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

/** Each year is counted once and kept: 250 days, asked for again and again. */
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
