/**
 * Which texts give the same features after a change of the edition. A new synonym or place concerns the texts that have
 * its words; all others are read as they were.
 */
import type { CountedWords } from './count-words.ts';
import { namesRead, type ReaderSource } from './create-feature-reader.ts';

/** With more changed names than this, looking for them takes as long as reading everything anew. */
const FEW = 100;

/**
 * @returns `all`: every text reads alike; a predicate of simplified texts where some may not; undefined where none is
 * known to
 */
export function readsAlike(
  before: ReaderSource,
  wordsBefore: CountedWords,
  now: ReaderSource,
  words: CountedWords,
): 'all' | ((simplified: string) => boolean) | undefined {
  if (wordsBefore !== words) return undefined;
  if (before.regions === now.regions && before.synonyms === now.synonyms) return 'all';
  const was = namesRead(before);
  const is = namesRead(now);
  const changed = [...changedNames(was.places, is.places), ...changedNames(was.concepts, is.concepts)];
  if (changed.length === 0) return 'all';
  if (changed.length > FEW) return undefined;
  // Letters are compared by their sound as well, where a name may stand in other letters.
  return (simplified) => !/[a-zü]/.test(simplified) && !changed.some((name) => simplified.includes(name));
}

function changedNames(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): string[] {
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
}
