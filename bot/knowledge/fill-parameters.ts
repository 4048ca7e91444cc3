/** Fills the `{{parameter}}` holes of a text with the values of a day, written as the language writes them. */
import { Temporal } from 'temporal-polyfill';
import { type Edition, holdsOn } from './edition.ts';
import type { Language } from './schema/common.ts';
import type { Parameter } from './schema/edition-files.ts';

/** `{{employer-rate}}`: the value of the day asked about; `{{employer-rate@2015-03-01}}`: of a story's own day. */
const HOLE = /\{\{\s*([a-z0-9-]+)(?:@(\d{4}-\d{2}-\d{2}))?\s*\}\}/g;

export interface Hole {
  readonly id: string;
  /** The day that is written in the hole, if one is. */
  readonly day: string | undefined;
}

/** The holes of a text, in order. */
export function holesIn(text: string): Hole[] {
  return [...text.matchAll(HOLE)].map((match) => ({ id: match[1] ?? '', day: match[2] }));
}

/** The parameter names that a text refers to, in order. */
export function parameterNamesIn(text: string): string[] {
  return holesIn(text).map(({ id }) => id);
}

/** The value of a parameter on a day, or undefined when none was in force. */
export function parameterOn(
  parameters: Edition['parameters'],
  id: string,
  day: string,
): Parameter['values'][number] | undefined {
  return parameters.get(id)?.values.find((value) => holdsOn(value, day));
}

/** A text with its holes filled. A hole without a value on that day stays visible as …: the checks keep that from happening. */
export function fillParameters(
  text: string,
  parameters: Edition['parameters'],
  language: Language,
  day: string,
): string {
  return text.replace(HOLE, (_hole, id: string, ownDay: string | undefined) => {
    const parameter = parameters.get(id);
    const value = parameterOn(parameters, id, ownDay ?? day)?.value;
    return parameter === undefined || value === undefined ? '…' : writeValue(parameter.unit, value, language);
  });
}

function writeValue(unit: Parameter['unit'], value: Parameter['values'][number]['value'], language: Language): string {
  if (unit === 'percent') return `${String(value)}%`;
  if (unit === 'date') return writeDate(String(value), language);
  if (unit === 'month') return writeMonth(String(value), language);
  return String(value);
}

/** 2010-01-01 → 2010年1月1日 / 1 January 2010. */
export function writeDate(day: string, language: Language): string {
  const date = Temporal.PlainDate.from(day);
  if (language === 'en') return `${date.day} ${englishMonth(date.month)} ${date.year}`;
  return `${date.year}年${date.month}月${date.day}日`;
}

/** 2025-02 → 2025年2月 / February 2025. */
export function writeMonth(month: string, language: Language): string {
  const date = Temporal.PlainYearMonth.from(month);
  return language === 'en' ? `${englishMonth(date.month)} ${date.year}` : `${date.year}年${date.month}月`;
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function englishMonth(month: number): string {
  return ENGLISH_MONTH.format(Date.UTC(2000, month - 1, 1));
}
