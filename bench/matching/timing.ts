/** Times of many queries → median and p99; and how long an engine may go on being asked. */

export interface Timing {
  readonly queries: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** When enough has been asked. Quick engines are asked more often, so that their p99 is more than their third slowest. */
export const ENOUGH = Object.freeze({
  least: 300,
  most: 2000,
  /** Milliseconds after which `least` will do. */
  patience: 5000,
  /** Untimed first, until compiled: this many or this long. */
  warmUps: 100,
  warmUpMs: 1000,
});

/** @param limitMs stop after this, however few; the first query always counts */
export async function timeQueries<T>(
  queries: readonly T[],
  limitMs: number,
  ask: (query: T, n: number) => unknown,
): Promise<Timing> {
  const start = performance.now();
  const spent = () => performance.now() - start;
  for (const query of queries.slice(0, ENOUGH.warmUps)) {
    await ask(query, -1);
    if (spent() > ENOUGH.warmUpMs) break;
  }
  const least = Math.max(ENOUGH.least, queries.length);
  const most = Math.max(ENOUGH.most, queries.length);
  const times: number[] = [];
  while (times.length < most && spent() < limitMs && (times.length < least || spent() < ENOUGH.patience)) {
    const n = times.length;
    const query = queries[n % queries.length];
    if (query === undefined) break;
    const before = performance.now();
    // Awaiting a value that is no promise would cost every synchronous engine a turn of the event loop.
    const found = ask(query, n);
    if (found instanceof Promise) await found;
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { queries: times.length, median: at(times, 0.5), p99: at(times, 0.99) };
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
