/** "截至2010年6月", "as of 2010-06-01", "/asof 2013": the day as of which a person wants the answer. */
import { Temporal } from 'temporal-polyfill';

export interface ReadDay {
  /** YYYY-MM-DD; a month or a year alone means its first day. Undefined when it is no day of the calendar. */
  readonly day: string | undefined;
  /** The message without the phrase: "截至2010年6月，要转几天" asks "要转几天". */
  readonly rest: string;
}

const PHRASE =
  /(?:\/?as[\s-]?of|截至|截止到|截止|按照|按)\s*(\d{4})\s*(?:年|[-/.])?\s*(\d{1,2})?\s*(?:月|[-/.])?\s*(\d{1,2})?\s*(?:日|号)?\s*(?:当时|那时|的时候|的规定|为止)*[,，。:：\s]*/i;

/** @returns undefined when the message names no such day. */
export function readDay(message: string): ReadDay | undefined {
  const text = message.normalize('NFKC');
  const match = PHRASE.exec(text);
  if (!match) return undefined;
  const [whole, year, month, date] = match;
  const rest = (text.slice(0, match.index) + text.slice(match.index + whole.length)).trim();
  try {
    const day = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(date ?? 1) },
      { overflow: 'reject' },
    );
    return { day: day.toString(), rest };
  } catch {
    return { day: undefined, rest };
  }
}
