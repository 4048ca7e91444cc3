/** Contribution wages by year: "2022年12个月，一共48000元", "2022到2024年每月5000", "月工资4000，缴了3年". */

import type { WagesOfYear } from './facts.ts';
import { readAmount } from './read-amounts.ts';
import { readDurations } from './read-durations.ts';

export interface ReadWages {
  readonly wages: readonly WagesOfYear[];
  /** No year was said: the wages were put into the latest years. */
  readonly yearsAssumed?: boolean;
}

const MONTHLY = /每个?月|月均|一个月\s*\d|月缴?费?工资|月薪|基数|a month|per month|monthly|every month/;
const YEAR = /((?:19|20)\d{2})\s*年?(?:\s*(?:到|至|-|–|—|~|to)\s*((?:19|20)\d{2})\s*年?)?/g;
/** Nobody means more years by one range. */
const LONGEST_RANGE = 60;

/** @param digits the message in figures @param today YYYY-MM-DD */
export function readWages(digits: string, today: string): ReadWages {
  const years = [...digits.matchAll(YEAR)];
  if (years.length === 0) return withoutYears(digits, today);
  const monthlyThroughout = MONTHLY.test(digits.slice(0, years[0]?.index));
  const wages = years.flatMap((match, index): WagesOfYear[] => {
    const said = digits.slice(match.index + match[0].length, years[index + 1]?.index);
    const [months, rest] = monthsIn(said);
    const amount = readAmount(rest);
    if (amount === undefined) return [];
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? first), first + LONGEST_RANGE);
    const monthly = monthlyThroughout || MONTHLY.test(said);
    if (last > first && !monthly) return [];
    const pay = monthly ? { monthly: amount } : { total: amount };
    return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => ({ year: first + i, months, ...pay }));
  });
  return { wages };
}

/** Months said in a piece of text, and the text without them. Twelve where none are. */
function monthsIn(said: string): [number, string] {
  const [duration] = readDurations(said).filter(({ months }) => months <= 12 || !Number.isInteger(months / 12));
  if (!duration) return [12, said];
  return [duration.months, said.slice(0, duration.at) + said.slice(duration.end)];
}

/** Which of the years since 1998 it is makes no difference to the sum, so the latest full ones are taken. */
function withoutYears(digits: string, today: string): ReadWages {
  const durations = readDurations(digits);
  const [duration] = durations;
  if (!duration || !MONTHLY.test(digits)) return { wages: [] };
  const amount = readAmount(
    digits.slice(0, duration.at) + ' '.repeat(duration.end - duration.at) + digits.slice(duration.end),
  );
  if (amount === undefined) return { wages: [] };
  const lastYear = Number(today.slice(0, 4)) - 1;
  const wages: WagesOfYear[] = [];
  for (let left = duration.months, year = lastYear; left > 0 && wages.length < LONGEST_RANGE; left -= 12, year--)
    wages.unshift({ year, months: Math.min(12, left), monthly: amount });
  return { wages, yearsAssumed: true };
}
