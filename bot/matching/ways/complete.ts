/** As-you-type: entries whose ways of asking begin like what is typed so far, by binary search in a sorted list. */
import { sameWords } from '../../knowledge/index.ts';
import type { KnownWay } from '../matching-state.ts';
import { simplify } from '../normalise/simplify.ts';
import type { LocalWays } from '../types.ts';

/** @param local what the region adds, hides and deletes */
export type Complete = (prefix: string, most: number, local?: LocalWays) => string[];

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
  const read = new WeakMap<LocalWays, ReadLocal>();
  return (prefix, most, local) => {
    const key = sameWords(simplify(prefix));
    if (key === '') return [];
    const scores = new Map<string, number>();
    // The more of a way is typed already, the surer it is the one.
    const count = (entry: string, words: string) =>
      scores.set(entry, (scores.get(entry) ?? 0) + key.length / words.length);
    const there = local && readOnce(read, local);
    const first = lowerBound(sorted, key);
    for (let n = first; n < Math.min(sorted.length, first + LOOKED_AT); n += 1) {
      const way = sorted[n];
      if (!way?.words.startsWith(key)) break;
      if (!there?.deleted.has(deletedKey(way.asked.of, way.words))) count(way.asked.of, way.words);
    }
    for (const { entry, words } of there?.added ?? []) if (words.startsWith(key)) count(entry, words);
    return [...scores]
      .filter(([entry]) => !local?.hidden.has(entry))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([entry]) => entry);
  };
}

interface ReadLocal {
  readonly added: readonly { readonly entry: string; readonly words: string }[];
  readonly deleted: ReadonlySet<string>;
}

function readOnce(read: WeakMap<LocalWays, ReadLocal>, local: LocalWays): ReadLocal {
  const known = read.get(local);
  if (known) return known;
  const wordsOf = (text: string) => sameWords(simplify(text));
  const now = {
    added: local.added.map(({ entry, text }) => ({ entry, words: wordsOf(text) })),
    deleted: new Set(local.hiddenWays.map(({ entry, text }) => deletedKey(entry, wordsOf(text)))),
  };
  read.set(local, now);
  return now;
}

function deletedKey(entry: string, words: string): string {
  return `${entry} ${words}`;
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
