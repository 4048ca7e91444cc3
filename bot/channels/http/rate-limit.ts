/**
 * Token bucket: so many at once, refilled evenly over the minute. Our own because the one in restify reads the clock
 * itself and takes the first address of a forwarding header, which anybody can write.
 */

export interface RateLimit {
  /** Takes one. @returns 0 when allowed, else after how many seconds to try again */
  readonly take: (key: string) => number;
}

/** Keys remembered; a forgotten key starts with a full bucket, so forgetting never hurts anyone. */
const MOST_KEYS = 50_000;

/** @param perMinute size of the bucket, and what flows in within a minute */
export function createRateLimit(perMinute: number, now: () => Date): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;
  return {
    take(key) {
      const at = now().getTime();
      const known = buckets.get(key);
      const left = known === undefined ? perMinute : Math.min(perMinute, known.left + (at - known.at) * perMs);
      // Moved to the end: the first key of the map is the one unused for longest.
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value ?? key);
      return left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1_000);
    },
  };
}
