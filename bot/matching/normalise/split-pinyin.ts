/**
 * Letters without spaces → syllables: "shebao" → she bao. Several readings are possible (xian: 县 or 西安); the one
 * whose syllables are commonest in the ways of asking is taken (shortest path over the letters).
 */
import { SYLLABLES } from './pinyin-syllables.ts';

const LONGEST = 6;
/** A syllable that no way of asking has yet: dearer than a common one, cheaper than two rare ones (in nats). */
const UNSEEN_COST = 11;

/** @returns the syllables, or undefined where the letters cannot be read as pinyin */
export type SplitPinyin = (letters: string) => readonly string[] | undefined;

/** @param counts how often each syllable stands in the ways of asking */
export function createPinyinSplitter(counts: ReadonlyMap<string, number>): SplitPinyin {
  let all = 0;
  for (const count of counts.values()) all += count;
  const cost = new Map<string, number>();
  for (const syllable of SYLLABLES) {
    const count = counts.get(syllable) ?? 0;
    cost.set(syllable, count > 0 ? Math.log(all / count) : UNSEEN_COST);
  }
  return (letters) => {
    const best: number[] = [0];
    const from: number[] = [0];
    for (let end = 1; end <= letters.length; end += 1) {
      let least = Number.POSITIVE_INFINITY;
      let start = -1;
      for (let at = Math.max(0, end - LONGEST); at < end; at += 1) {
        const price = cost.get(letters.slice(at, end));
        if (price === undefined) continue;
        const sum = (best[at] ?? 0) + price;
        if (sum < least) {
          least = sum;
          start = at;
        }
      }
      best.push(least);
      from.push(start);
    }
    if (!Number.isFinite(best[letters.length])) return undefined;
    const syllables: string[] = [];
    for (let end = letters.length; end > 0; end = from[end] ?? 0) syllables.push(letters.slice(from[end] ?? 0, end));
    return syllables.reverse();
  };
}
