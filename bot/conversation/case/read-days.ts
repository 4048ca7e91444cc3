/**
 * Days in a message and what each is for: "上个月18号申请的" → applied. A day without a year is the latest one that has
 * been; a day that isn't in the calendar is handed on as it is, to be told so.
 */
import { Temporal } from 'temporal-polyfill';
import { recogniseDays } from './recognisers.ts';
import type { Prepared } from './write-digits.ts';

export type DayField = 'applied' | 'received' | 'letterReceived' | 'fundsReceived' | 'finished' | 'joined';

interface SaidDay {
  readonly day: string;
  readonly at: number;
  readonly end: number;
}

const CUES: readonly (readonly [DayField, RegExp])[] = [
  ['letterReceived', /联系函|发函|收到函|letter/],
  ['fundsReceived', /信息表|资金|基金|钱到|钱和|划过?[来去]|到账|funds|money/],
  ['finished', /办完|办结|办好|finished|done\b|completed/],
  ['received', /受理|accepted/],
  ['applied', /申请|材料|提交|递交|交上去|交了表|appl(?:y|ied)|submitted|filed/],
  ['joined', /参保|入职|进厂|上班|开始缴|insured|joined|started/],
];

/** Words of time that only the recognizer reads; without them it isn't loaded. */
const IN_WORDS =
  /[月日号天周礼]|星期|yesterday|today|tomorrow|last|ago|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:st|nd|rd|th)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday/;
const WITH_YEAR = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日号]?/g;
const RELATIVE_MONTH = /(上|这|本)个?月\s*(\d{1,2})[日号]/g;
const RELATIVE_YEAR = /(今|去|前)年\s*(\d{1,2})月(\d{1,2})[日号]/g;
const WITHOUT_YEAR = /(?<![\d年])(\d{1,2})\s*(?:月|\.|\/)\s*(\d{1,2})\s*[日号]?(?![\d个%])/g;
const AGO = /(\d{1,3})\s*(天|周|个?星期|个?礼拜|个月)(?:以|之)?前/g;
const DAY_ALONE = /(?<![\d月年])(\d{1,2})[日号](?!\w)/g;

/** Every day with a word that tells what it is for. @param today YYYY-MM-DD */
export async function readDays(prepared: Prepared, today: string): Promise<Partial<Record<DayField, string>>> {
  if (!CUES.some(([, cue]) => cue.test(prepared.plain))) return {};
  const { text, days } = await daysIn(prepared, today);
  const found: Partial<Record<DayField, string>> = {};
  days.forEach((one, index) => {
    const after = text.slice(one.end, days[index + 1]?.at).split(/[,，。;；]/)[0] ?? '';
    const before =
      text
        .slice(days[index - 1]?.end ?? 0, one.at)
        .split(/[。;；]/)
        .at(-1) ?? '';
    const field = fieldOf(after) ?? fieldOf(before);
    if (field) found[field] ??= one.day;
  });
  return found;
}

/** The first day of a message, whatever it is for. */
export async function readDay(prepared: Prepared, today: string): Promise<string | undefined> {
  return (await daysIn(prepared, today)).days[0]?.day;
}

/** "2024年3月", where a month will do. */
export function readMonth({ digits }: Prepared): string | undefined {
  const match = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?(?!\d)/.exec(digits);
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}` : undefined;
}

function fieldOf(text: string): DayField | undefined {
  return CUES.find(([, cue]) => cue.test(text))?.[0];
}

async function daysIn({ plain, digits }: Prepared, today: string): Promise<{ text: string; days: SaidDay[] }> {
  const written = writtenDays(digits, today);
  if (written.length > 0 || !IN_WORDS.test(plain)) return { text: digits, days: written };
  const named: SaidDay[] = [];
  // Clause by clause: what the recognizer fails on in one does not cost the day in another.
  for (const clause of plain.matchAll(/[^,，。;；!！?？]+/g))
    for (const { at, end, days } of await recogniseDays(clause[0], today)) {
      const day = latest(days, today);
      if (day !== undefined) named.push({ day, at: clause.index + at, end: clause.index + end });
    }
  const inLastMonth = await lastMonths(plain, today, named);
  if (inLastMonth.length > 0) return { text: plain, days: inLastMonth };
  return named.length > 0 ? { text: plain, days: named } : { text: digits, days: dayAlone(digits, today) };
}

function writtenDays(text: string, today: string): SaidDay[] {
  const found: SaidDay[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => string) => {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const at = groups.find((group): group is number => typeof group === 'number') ?? 0;
      found.push({ day: read([whole, ...groups.map(String)]), at, end: at + whole.length });
      return ' '.repeat(whole.length);
    });
  };
  const year = Number(today.slice(0, 4));
  take(WITH_YEAR, ([, y, m, d]) => iso(Number(y), m, d));
  take(RELATIVE_YEAR, ([, word, m, d]) => iso(year - (word === '今' ? 0 : word === '去' ? 1 : 2), m, d));
  take(RELATIVE_MONTH, ([, word, d]) => {
    const month = Temporal.PlainDate.from(today)
      .toPlainYearMonth()
      .subtract({ months: word === '上' ? 1 : 0 });
    return iso(month.year, String(month.month), d);
  });
  take(AGO, ([, count, unit]) => ago(today, Number(count), unit ?? ''));
  if (!/[\d.]{4,}/.test(rest) || /[月日号]/.test(rest))
    take(WITHOUT_YEAR, ([, m, d]) => {
      const day = iso(year, m, d);
      return day > today ? iso(year - 1, m, d) : day;
    });
  return found.sort((a, b) => a.at - b.at);
}

/** "18号" alone: the last 18th there was. */
function dayAlone(text: string, today: string): SaidDay[] {
  return [...text.matchAll(DAY_ALONE)].map((match) => {
    const month = Temporal.PlainDate.from(today).toPlainYearMonth();
    const inMonth = iso(month.year, String(month.month), match[1]);
    const before = month.subtract({ months: 1 });
    const day = inMonth > today ? iso(before.year, String(before.month), match[1]) : inMonth;
    return { day, at: match.index, end: match.index + match[0].length };
  });
}

/** "the 18th of last month" is two things to the recognizer: a day and a month. */
async function lastMonths(plain: string, today: string, named: readonly SaidDay[]): Promise<SaidDay[]> {
  const match = /(\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?of\s+last\s+month|last\s+month\s+on\s+the\s+(\d{1,2})/.exec(
    plain,
  );
  if (!match) return [];
  const before = Temporal.PlainDate.from(today).toPlainYearMonth().subtract({ months: 1 });
  const day = iso(before.year, String(before.month), match[1] ?? match[2]);
  return [{ day, at: named[0]?.at ?? match.index, end: match.index + match[0].length }];
}

function ago(today: string, count: number, unit: string): string {
  const length = unit === '天' ? { days: count } : unit === '个月' ? { months: count } : { weeks: count };
  return Temporal.PlainDate.from(today).subtract(length).toString();
}

function latest(days: readonly string[], today: string): string | undefined {
  return days.filter((day) => day <= today).at(-1) ?? days[0];
}

function iso(year: number, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
