/** As-you-type: entries whose ways of asking begin like what is typed so far, by binary search in a sorted list. */
import { sameWords } from '../../knowledge/index.ts';
import type { KnownWay } from '../matching-state.ts';
import { simplify } from '../normalise/simplify.ts';

export type Complete = (prefix: string, most: number) => string[];

/** Ways looked at for one prefix at most; a single character can begin hundreds. */
const LOOKED_AT = 400;

/** Ways of asking our entries, sorted by their words. */
export type SortedWays = readonly KnownWay[];

/** @param before sorted earlier: what is nearly sorted is sorted again in a moment */
export function sortWays(ways: readonly KnownWay[], before: SortedWays = []): SortedWays {
  const ours = new Set(ways.filter(({ asked }) => asked.kind === 'entry'));
  const sorted = before.filter((way) => ours.delete(way));
  return [...sorted, ...ours].sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
}

export function createComplete(sorted: SortedWays): Complete {
  return (prefix, most) => {
    const key = sameWords(simplify(prefix));
    if (key === '') return [];
    const scores = new Map<string, number>();
    const first = lowerBound(sorted, key);
    for (let n = first; n < Math.min(sorted.length, first + LOOKED_AT); n += 1) {
      const way = sorted[n];
      if (!way?.words.startsWith(key)) break;
      // The more of a way is typed already, the surer it is the one.
      scores.set(way.asked.of, (scores.get(way.asked.of) ?? 0) + key.length / way.words.length);
    }
    return [...scores]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([entry]) => entry);
  };
}

function lowerBound(sorted: SortedWays, key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.words ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
