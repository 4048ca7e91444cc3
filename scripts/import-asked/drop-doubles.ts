/** Keeps one of the sentences that say the same: within an entry the first, between entries the more plausible. */
import { sameWords } from '../../bot/knowledge/index.ts';
import type { Written } from './read-plain-asked.ts';

export interface Dropped extends Written {
  readonly why: 'same words' | 'nearly the same words' | 'claimed by two' | 'no words';
}

/** Two sentences of one entry sharing this much of their character pairs teach nothing apart (0…1, Jaccard). */
const NEARLY_SAME = 0.8;

export function dropDoubles(written: readonly Written[]): { kept: Written[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const pairsOf = new Map<Written, ReadonlySet<string>>();
  for (const line of written) pairsOf.set(line, pairs(sameWords(line.text)));

  const byTarget = Map.groupBy(written, (line) => `${line.kind}:${line.of}`);
  const distinct: Written[] = [];
  for (const lines of byTarget.values()) {
    const kept: Written[] = [];
    const seen = new Set<string>();
    for (const line of lines) {
      const words = sameWords(line.text);
      const why =
        words === ''
          ? 'no words'
          : seen.has(words)
            ? 'same words'
            : kept.some((other) => overlap(pairsOf.get(line), pairsOf.get(other)) >= NEARLY_SAME)
              ? 'nearly the same words'
              : undefined;
      if (why) dropped.push({ ...line, why });
      else {
        kept.push(line);
        seen.add(words);
      }
    }
    distinct.push(...kept);
  }

  const kept: Written[] = [];
  for (const claims of Map.groupBy(distinct, (line) => sameWords(line.text)).values()) {
    if (claims.length === 1) kept.push(...claims);
    else {
      const best = mostPlausible(claims, byTarget, pairsOf);
      for (const claim of claims)
        if (claim === best) kept.push(claim);
        else dropped.push({ ...claim, why: 'claimed by two' });
    }
  }
  // In the order written, so that a second import gives the same files.
  const order = new Map(written.map((line, n) => [line, n]));
  kept.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { kept, dropped };
}

/** The claim whose entry has other ways of asking most like it; undefined when none stands out. */
function mostPlausible(
  claims: readonly Written[],
  byTarget: ReadonlyMap<string, readonly Written[]>,
  pairsOf: ReadonlyMap<Written, ReadonlySet<string>>,
): Written | undefined {
  const scored = claims
    .map((claim) => {
      const words = sameWords(claim.text);
      const near = (byTarget.get(`${claim.kind}:${claim.of}`) ?? [])
        .filter((line) => sameWords(line.text) !== words)
        .map((line) => overlap(pairsOf.get(claim), pairsOf.get(line)))
        .sort((a, b) => b - a)
        .slice(0, 5);
      return { claim, near: near.reduce((a, b) => a + b, 0) };
    })
    .sort((a, b) => b.near - a.near);
  const [first, second] = scored;
  if (!first || !second) return first?.claim;
  return first.near > second.near * 1.3 ? first.claim : undefined;
}

function pairs(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i < words.length - 1; i += 1) found.add(words.slice(i, i + 2));
  if (words.length === 1) found.add(words);
  return found;
}

function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared / (a.size + b.size - shared);
}
