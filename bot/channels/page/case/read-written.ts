/**
 * What people write into a field → the value a case takes: "2018年5月", "1980/3", "May 2018" → 2018-05; "10年6个月" → 126;
 * "4万8" → 48000. What can't be read is handed on as it is: the case then says kindly what it did not understand.
 */
import { readAmount, readDurations } from '../../../conversation/index.ts';
import { simplify } from '../../../matching/index.ts';
import type { FieldType } from './forms.ts';

/** @param written trimmed, not empty @param today YYYY-MM-DD, for days without a year and years of two digits */
export function readWritten(type: FieldType, written: string, today: string): string | number | boolean {
  const text = simplify(written).trim();
  switch (type) {
    case 'flag':
      return text === 'true';
    case 'day':
      return readDay(text, today) ?? written;
    case 'month-or-day':
      return readDay(text, today) ?? readMonth(text, today) ?? written;
    case 'months':
      return readMonths(text) ?? written;
    case 'age':
      return readAge(text) ?? written;
    case 'amount':
      return readYuan(text) ?? written;
    case 'number':
      return readNumber(text) ?? written;
    case 'year':
      return plainNumber(text.replace(/年$/, '')) ?? written;
    default:
      return written;
  }
}

const SEPARATOR = String.raw`\s*[年月\-/.,\s]\s*`;
const MONTH = new RegExp(`^(\\d{4}|\\d{2}(?=年))${SEPARATOR}(\\d{1,2})\\s*月?份?$`);
const DAY = new RegExp(`^(\\d{4}|\\d{2}(?=年))${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})\\s*[日号]?$`);
const DAY_OF_YEAR = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/;

function readMonth(text: string, today: string): string | undefined {
  const match = MONTH.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (match) return join(fullYear(match[1], today), match[2]);
  const english = /^([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/.exec(text);
  const month = english && englishMonth(english[1]);
  return month ? join(english[2], month) : undefined;
}

function readDay(text: string, today: string): string | undefined {
  const match = DAY.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match) return join(fullYear(match[1], today), match[2], match[3]);
  const short = DAY_OF_YEAR.exec(text);
  if (short) return latestDay(short[1], short[2], today);
  const english =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>[a-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})$/.exec(text) ??
    /^(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/.exec(text);
  const month = englishMonth(english?.groups?.month);
  return month ? join(english?.groups?.year, month, english?.groups?.day) : undefined;
}

/** "9月18日": the latest one that has been. */
function latestDay(month: string | undefined, day: string | undefined, today: string): string {
  const thisYear = join(today.slice(0, 4), month, day);
  return thisYear > today ? join(String(Number(today.slice(0, 4)) - 1), month, day) : thisYear;
}

/** "80年3月" is 1980: a year of two digits that is still to come was a hundred years ago. */
function fullYear(year = '', today: string): string {
  if (year.length === 4) return year;
  const century = Number(today.slice(0, 2));
  return `${year > today.slice(2, 4) ? century - 1 : century}${year}`;
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.map((part = '') => part.padStart(2, '0')).join('-');
}

const ENGLISH_MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, index, 1)).toLowerCase(),
);

function englishMonth(name = ''): string | undefined {
  const index = ENGLISH_MONTHS.indexOf(name);
  return index < 0 ? undefined : String(index + 1);
}

/** A bare number is months. */
function readMonths(text: string): number | undefined {
  const durations = readDurations(text);
  return (
    plainNumber(text) ?? (durations.length > 0 ? durations.reduce((sum, { months }) => sum + months, 0) : undefined)
  );
}

/** Nobody retires at 120 and nobody at ten: a bare number is years below this, months (as links write it) from it on. */
const MONTHS_FROM = 120;

function readAge(text: string): number | undefined {
  const bare = plainNumber(text);
  if (bare !== undefined) return bare < MONTHS_FROM ? bare * 12 : bare;
  const match = /^(\d{1,3})\s*(?:周?岁|years?)\s*(?:(?:and|,|零)?\s*(\d{1,2})\s*(?:个月|months?))?(?:\s*old)?$/.exec(
    text,
  );
  return match ? Number(match[1]) * 12 + Number(match[2] ?? 0) : undefined;
}

function readYuan(text: string): string | undefined {
  if (text.startsWith('-')) return text.replace(/[^\d.-]/g, '');
  return /\d/.test(text) ? readAmount(text) : undefined;
}

function readNumber(text: string): number | undefined {
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  return percent === undefined ? plainNumber(text) : Number(percent) / 100;
}

function plainNumber(text: string): number | undefined {
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}
