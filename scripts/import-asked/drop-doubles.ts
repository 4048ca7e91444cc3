/** Of new sentences keeps those that say something new: within an entry the first, between entries the more plausible. */
import { sameWords } from '../../bot/knowledge/index.ts';
import type { Written } from './read-plain-asked.ts';

export interface Dropped extends Written {
  readonly why: 'same words' | 'nearly the same words' | 'claimed by two' | 'asked of another already' | 'no words';
}

/** Two sentences of one entry sharing this much of their pieces teach nothing apart (0…1, Jaccard). */
const NEARLY_SAME = 0.8;

/** @param known sentences of the edition; they stay, whatever comes @param written new ones, in order */
export function dropDoubles(
  known: readonly Written[],
  written: readonly Written[],
): { kept: Written[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const piecesOf = new Map<Written, ReadonlySet<string>>();
  for (const line of [...known, ...written]) piecesOf.set(line, pieces(line.text));
  const taken = new Map(known.map((line) => [sameWords(line.text), line]));

  const distinct: Written[] = [];
  const knownByTarget = Map.groupBy(known, targetOf);
  const byTarget = Map.groupBy(written, targetOf);
  for (const [target, lines] of byTarget) {
    const before = [...(knownByTarget.get(target) ?? [])];
    const seen = new Set(before.map((line) => sameWords(line.text)));
    for (const line of lines) {
      const words = sameWords(line.text);
      const why =
        words === ''
          ? 'no words'
          : seen.has(words)
            ? 'same words'
            : taken.has(words)
              ? 'asked of another already'
              : before.some((other) => overlap(piecesOf.get(line), piecesOf.get(other)) >= NEARLY_SAME)
                ? 'nearly the same words'
                : undefined;
      if (why) dropped.push({ ...line, why });
      else {
        before.push(line);
        seen.add(words);
        distinct.push(line);
      }
    }
  }

  const kept: Written[] = [];
  for (const claims of Map.groupBy(distinct, (line) => sameWords(line.text)).values()) {
    const best = claims.length === 1 ? claims[0] : mostPlausible(claims, byTarget, piecesOf);
    for (const claim of claims)
      if (claim === best) kept.push(claim);
      else dropped.push({ ...claim, why: 'claimed by two' });
  }
  // In the order written, so that a second import gives the same files.
  const order = new Map(written.map((line, n) => [line, n]));
  kept.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { kept, dropped };
}

export function targetOf({ kind, of }: Pick<Written, 'kind' | 'of'>): string {
  return `${kind}:${of}`;
}

/** The claim whose entry has other ways of asking most like it; undefined when none stands out. */
function mostPlausible(
  claims: readonly Written[],
  byTarget: ReadonlyMap<string, readonly Written[]>,
  piecesOf: ReadonlyMap<Written, ReadonlySet<string>>,
): Written | undefined {
  const scored = claims
    .map((claim) => {
      const words = sameWords(claim.text);
      const near = (byTarget.get(targetOf(claim)) ?? [])
        .filter((line) => sameWords(line.text) !== words)
        .map((line) => overlap(piecesOf.get(claim), piecesOf.get(line)))
        .sort((a, b) => b - a)
        .slice(0, 5);
      return { claim, near: near.reduce((a, b) => a + b, 0) };
    })
    .sort((a, b) => b.near - a.near);
  const [first, second] = scored;
  if (!first || !second) return first?.claim;
  return first.near > second.near * 1.3 ? first.claim : undefined;
}

/** Pairs of characters; of letters, words: pairs of letters are so few that distinct English sentences share most. */
function pieces(text: string): ReadonlySet<string> {
  const words = sameWords(text);
  if (!/[\u3400-\u9fff]/.test(text)) return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [words]);
  const found = new Set<string>();
  for (let i = 0; i < words.length - 1; i += 1) found.add(words.slice(i, i + 2));
  if (words.length === 1) found.add(words);
  return found;
}

function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return shared / (a.size + b.size - shared);
}
