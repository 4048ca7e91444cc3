/**
 * The months by which an account is divided, for an age between two birthdays. The annex of 国发〔2005〕38号 has whole years
 * only; between them the months are interpolated, with the two whole years as the ends of the range (calculations §6).
 */
import type { Dated } from './law.ts';
import { type Money, money } from './money.ts';

export interface PayoutMonths {
  /** Largest divisor, so the smallest pension: that of the last birthday. */
  readonly most: Money;
  readonly likely: Money;
  readonly least: Money;
  /** A whole year of age: the table itself. */
  readonly exact: boolean;
}

type PayoutTable = Dated<Readonly<Record<string, number>>>;

/** @returns undefined where the table has no such age */
export function payoutMonths(table: PayoutTable, ageMonths: number): PayoutMonths | undefined {
  const years = Math.floor(ageMonths / 12);
  const beyond = ageMonths % 12;
  const last = table.value[String(years)];
  if (last === undefined) return undefined;
  if (beyond === 0) return { most: money(last), likely: money(last), least: money(last), exact: true };
  const next = table.value[String(years + 1)];
  if (next === undefined) return undefined;
  const likely = money(last).minus(
    money(last - next)
      .times(beyond)
      .dividedBy(12),
  );
  return { most: money(last), likely, least: money(next), exact: false };
}

/** First and last age of the table, in years. */
export function agesOf(table: PayoutTable): { readonly first: number; readonly last: number } {
  const ages = Object.keys(table.value).map(Number);
  return { first: Math.min(...ages), last: Math.max(...ages) };
}
