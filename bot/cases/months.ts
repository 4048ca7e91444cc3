/** Months and ages as integers and ISO texts, through Temporal: no time zones, no fractions. */
import { Temporal } from 'temporal-polyfill';

/** `2025-02` of `2025-02` or `2025-02-28`. */
export function monthOf(monthOrDay: string): string {
  return monthOrDay.slice(0, 7);
}

/** @param months may be negative */
export function addMonths(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** How many months later `until` is than `from`; negative when it is earlier. */
export function monthsBetween(from: string, until: string): number {
  return Temporal.PlainYearMonth.from(from).until(until, { largestUnit: 'months' }).months;
}

/** The first day of a month, for looking up what held then. */
export function firstDayOf(month: string): string {
  return `${month}-01`;
}

export function yearOf(monthOrDay: string): number {
  return Number(monthOrDay.slice(0, 4));
}

export function isDay(text: string): boolean {
  return text.length === 10;
}

/** Whether the calendar has this day: 2025-02-30 has the shape of one, and isn't. */
export function existsDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export interface AgeOn {
  /** Full years. */
  readonly years: number;
  /** The day of birth or of the event is unknown, and the birthday falls into this very month. */
  readonly uncertain: boolean;
}

/**
 * Full years of age: from the birthday on, that day included (calculations §2).
 * With only months known, the birthday counts as passed in its month, and `uncertain` says that the day decides.
 * @param birth YYYY-MM or YYYY-MM-DD @param on YYYY-MM or YYYY-MM-DD
 */
export function ageOn(birth: string, on: string): AgeOn {
  if (isDay(birth) && isDay(on)) {
    const lived = Temporal.PlainDate.from(birth).until(on, { largestUnit: 'years' });
    return { years: lived.years, uncertain: false };
  }
  const months = monthsBetween(monthOf(birth), monthOf(on));
  return { years: Math.floor(months / 12), uncertain: months % 12 === 0 };
}

/** The later of two days or months, both ISO texts. */
export function laterOf(one: string, other: string): string {
  return one < other ? other : one;
}
