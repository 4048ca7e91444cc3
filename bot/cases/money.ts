/** Yuan, exact to the fen: decimals in, texts with two decimals out, rounded half up as agencies do. */
import { Decimal } from 'decimal.js';

/** Our own Decimal, so that another user's settings never reach our sums. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export type Money = Decimal;

export function money(amount: string | number): Money {
  return new Exact(amount);
}

/** `12.345` → `12.35`; the one form of an amount in results. */
export function yuan(amount: Money): string {
  return amount.toFixed(2, Decimal.ROUND_HALF_UP);
}

/** Rounded to the fen, to go on reckoning with. */
export function toFen(amount: Money): Money {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((total, amount) => total.plus(amount), money(0));
}
