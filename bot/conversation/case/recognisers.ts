/**
 * Microsoft's recognizers, for numbers and days in words ("十年零三个月", "the 18th of last month"). The first use builds
 * their patterns, which takes some 200 ms; so they are only asked where such words stand, by a case, and plain figures
 * and ordinary turns never come here. They can't be trusted with everything: what they get wrong is said where it is
 * read without them.
 */
import { Temporal } from 'temporal-polyfill';

export interface NumberInWords {
  readonly at: number;
  readonly end: number;
  readonly value: string;
}

export interface DayInWords {
  readonly at: number;
  readonly end: number;
  /** YYYY-MM-DD, in every reading that fits, earliest first. */
  readonly days: readonly string[];
  /** YYYY-MM where the words name a month as a whole. */
  readonly month?: string;
}

type Recognised = readonly {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly resolution: Readonly<Record<string, unknown>> | null;
}[];
type Recognise = (text: string, culture: string, options?: undefined, reference?: Date) => Recognised;

/** As the library names them. */
const CULTURES = { chinese: 'zh-cn', english: 'en-us' } as const;

let numbers: Promise<Recognise> | undefined;
let days: Promise<Recognise> | undefined;

/** Numbers in words or figures, in their order. */
export async function recogniseNumbers(text: string): Promise<readonly NumberInWords[]> {
  numbers ??= load(import('@microsoft/recognizers-text-number'), 'recognizeNumber');
  const recognise = await numbers;
  return recognise(text, cultureOf(text)).flatMap(({ start, end, resolution }) =>
    typeof resolution?.value === 'string' ? [{ at: start, end: end + 1, value: resolution.value }] : [],
  );
}

/** Days in words or figures. @param today YYYY-MM-DD, what "yesterday" is before */
export async function recogniseDays(text: string, today: string): Promise<readonly DayInWords[]> {
  days ??= load(import('@microsoft/recognizers-text-date-time'), 'recognizeDateTime');
  const recognise = await days;
  const { year, month, day } = Temporal.PlainDate.from(today);
  try {
    return recognise(text, cultureOf(text), undefined, new Date(year, month - 1, day, 12)).flatMap(dayOf);
  } catch {
    // Its Chinese half fails on "三天前" and the like (1.1.4); those are read without it.
    return [];
  }
}

function dayOf({ start, end, resolution }: Recognised[number]): DayInWords[] {
  const values = resolution?.values;
  if (!Array.isArray(values)) return [];
  const found = values.flatMap((one: Readonly<Record<string, unknown>>) =>
    one.type === 'date' && typeof one.value === 'string' && /^\d{4}-/.test(one.value) ? [one.value] : [],
  );
  const [range] = values as Readonly<Record<string, unknown>>[];
  const month = range?.type === 'daterange' && /^\d{4}-\d{2}$/.test(String(range.timex)) ? String(range.timex) : '';
  if (found.length === 0 && month === '') return [];
  return [{ at: start, end: end + 1, days: found, ...(month ? { month } : {}) }];
}

async function load(loading: Promise<unknown>, name: string): Promise<Recognise> {
  const loaded = await loading;
  const found = memberOf(loaded, name) ?? memberOf(memberOf(loaded, 'default'), name);
  if (typeof found !== 'function') throw new Error(`the recognizers have no ${name}`);
  return found as Recognise;
}

function memberOf(from: unknown, name: string): unknown {
  return from !== null && (typeof from === 'object' || typeof from === 'function')
    ? Reflect.get(from, name)
    : undefined;
}

function cultureOf(text: string): string {
  return /[\u3400-\u9fff]/.test(text) ? CULTURES.chinese : CULTURES.english;
}
