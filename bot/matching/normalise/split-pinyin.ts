/**
 * Letters without spaces → syllables: "shebao" → she bao. Several readings are possible (xian: 县 or 西安); the one
 * whose syllables are commonest in the ways of asking is taken (shortest path over the letters).
 */
import { SYLLABLES } from './pinyin-syllables.ts';

const LONGEST = 6;
/** A syllable that no way of asking has yet must cost more than two common ones, less than no reading at all. */
const UNSEEN_COST = 9;

export type SplitPinyin = (letters: string) => readonly string[] | undefined;

/** @param counts how often each syllable stands in the ways of asking */
export function createPinyinSplitter(counts: ReadonlyMap<string, number>): SplitPinyin {
  let all = 0;
  for (const count of counts.values()) all += count;
  const cost = new Map<string, number>();
  for (const syllable of SYLLABLES) {
    const count = counts.get(syllable) ?? 0;
    cost.set(syllable, count > 0 ? Math.log(all / count) : Math.max(UNSEEN_COST, Math.log(all + 1)));
  }
  return (letters) => {
    const best: number[] = [0];
    const from: number[] = [0];
    for (let end = 1; end <= letters.length; end += 1) {
      best[end] = Number.POSITIVE_INFINITY;
      from[end] = -1;
      for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
        const price = cost.get(letters.slice(start, end));
        const sum = (best[start] ?? Number.POSITIVE_INFINITY) + (price ?? Number.POSITIVE_INFINITY);
        if (sum < (best[end] ?? 0)) {
          best[end] = sum;
          from[end] = start;
        }
      }
    }
    if (!Number.isFinite(best[letters.length] ?? Number.NaN)) return undefined;
    const syllables: string[] = [];
    for (let end = letters.length; end > 0; end = from[end] ?? 0)
      syllables.unshift(letters.slice(from[end] ?? 0, end));
    return syllables;
  };
}
