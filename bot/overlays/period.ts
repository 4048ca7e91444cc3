/** Stretches of days, both ends included; an absent end is open. ISO days compare as text. */
import { Temporal } from 'temporal-polyfill';

export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The days that both have, or undefined when there are none. */
export function overlapOf(a: Period, b: Period): Period | undefined {
  const from = laterOf(a.from, b.from);
  const until = earlierOf(a.until, b.until);
  if (from !== undefined && until !== undefined && until < from) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

export function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined ? b : b === undefined || a > b ? a : b;
}

export function earlierOf(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined ? b : b === undefined || a < b ? a : b;
}

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

export function isDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Cuts a stretch at the ends of others, so that each piece lies wholly inside or outside of each of them.
 * @returns the pieces in order; the stretch itself when nothing cuts it
 */
export function cutAt<P extends Period>(whole: P, others: readonly Period[]): Period[] {
  const starts = new Set<string>();
  for (const other of others) {
    const shared = overlapOf(whole, other);
    if (!shared) continue;
    if (shared.from !== undefined && shared.from !== whole.from) starts.add(shared.from);
    if (shared.until !== undefined && shared.until !== whole.until) starts.add(dayAfter(shared.until));
  }
  const cuts = [...starts].sort();
  return [whole.from, ...cuts].map((from, n) => {
    const next = cuts[n];
    const until = next === undefined ? whole.until : dayBefore(next);
    return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  });
}

/** Whether every day of `inner` lies in `outer`. */
export function covers(outer: Period, inner: Period): boolean {
  const startsInTime = outer.from === undefined || (inner.from !== undefined && outer.from <= inner.from);
  const endsInTime = outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until);
  return startsInTime && endsInTime;
}
