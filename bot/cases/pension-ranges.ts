/** Index and account of an estimate: as given, or a range with the assumption that made it. */
import type { Edition } from '../knowledge/index.ts';
import { numberOn } from './law.ts';
import { type Money, money, toFen } from './money.ts';
import { type Phrase, phrase } from './outcome.ts';

/** Low, likely and high of one thing; the same three times when it is known. */
export interface Range {
  readonly low: Money;
  readonly likely: Money;
  readonly high: Money;
}

export interface PensionBasis {
  readonly base: string;
  readonly index?: number | undefined;
  readonly months: number;
  readonly account?: string | undefined;
}

/** The index of somebody who always paid on the average wage: what "average" means. */
const AVERAGE_INDEX = 1;

/**
 * Of base × index × rate × months, what an unknown account may hold: past wages were lower than today's base, interest
 * makes up for part of it. A span for an estimate, no rule of law.
 */
const ACCOUNT_SHARE = Object.freeze({ low: 0.5, likely: 0.75, high: 1 });

/** Without an index: from the lowest to the highest contribution base, likely the average. */
export function indexRange(edition: Edition, basis: PensionBasis, day: string): Range {
  if (basis.index !== undefined) return same(money(basis.index));
  return {
    low: money(numberOn(edition, 'base-lowest', day).value).dividedBy(100),
    likely: money(AVERAGE_INDEX),
    high: money(numberOn(edition, 'base-highest', day).value).dividedBy(100),
  };
}

/** Without a balance: what the months would have brought at today's base, and parts of it. */
export function accountRange(edition: Edition, basis: PensionBasis, index: Range, day: string): Range {
  if (basis.account !== undefined) return same(money(basis.account));
  const rate = money(numberOn(edition, 'account-rate', day).value).dividedBy(100);
  const paidIn = (end: keyof Range): Money =>
    toFen(money(basis.base).times(index[end]).times(rate).times(basis.months).times(ACCOUNT_SHARE[end]));
  return { low: paidIn('low'), likely: paidIn('likely'), high: paidIn('high') };
}

/** (P + P × index) ÷ 2 × years × 1 %. */
export function basicPension(base: string, index: Money, months: number, percentAYear: number): Money {
  const average = money(base).plus(money(base).times(index)).dividedBy(2);
  return toFen(average.times(months).dividedBy(12).times(percentAYear).dividedBy(100));
}

/** What was assumed, for the person to read and correct. */
export function assumptionsOf(basis: PensionBasis, index: Range, account: Range, wholeYear: boolean): Phrase[] {
  return [
    ...(basis.index === undefined
      ? [
          phrase('index-assumed', {
            low: index.low.toNumber(),
            likely: index.likely.toNumber(),
            high: index.high.toNumber(),
          }),
        ]
      : []),
    ...(basis.account === undefined
      ? [
          phrase('account-assumed', {
            lowPercent: ACCOUNT_SHARE.low * 100,
            likelyPercent: ACCOUNT_SHARE.likely * 100,
            accountYuan: account.likely.toFixed(2),
          }),
        ]
      : []),
    ...(wholeYear ? [] : [phrase('payout-months-between')]),
  ];
}

function same(value: Money): Range {
  return { low: value, likely: value, high: value };
}
