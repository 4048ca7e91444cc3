/** As-you-type: entries whose ways of asking begin like what is typed so far, by binary search in a sorted list. */
import type { Asked } from '../../knowledge/index.ts';
import { simplify } from '../normalise/simplify.ts';

export type Complete = (prefix: string, most: number) => string[];

/** Ways looked at for one prefix at most; a single character can begin hundreds. */
const LOOKED_AT = 400;

export function createComplete(asked: readonly Asked[]): Complete {
  const sorted = asked
    .filter((way) => way.kind === 'entry')
    .map((way) => ({ key: onlyWords(simplify(way.text)), entry: way.of }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return (prefix, most) => {
    const key = onlyWords(simplify(prefix));
    if (key === '') return [];
    const scores = new Map<string, number>();
    const first = lowerBound(sorted, key);
    for (let n = first; n < Math.min(sorted.length, first + LOOKED_AT); n += 1) {
      const way = sorted[n];
      if (!way?.key.startsWith(key)) break;
      // The more of a way is typed already, the surer it is the one.
      scores.set(way.entry, (scores.get(way.entry) ?? 0) + key.length / way.key.length);
    }
    return [...scores]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([entry]) => entry);
  };
}

function lowerBound(sorted: readonly { readonly key: string }[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function onlyWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
