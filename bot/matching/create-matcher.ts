/** Edition → matcher: reads every way of asking once, then answers messages from memory. */
import type { Edition } from '../knowledge/index.ts';
import { createFeatureReader } from './features/create-feature-reader.ts';
import { extractFeatures } from './features/extract-features.ts';
import type { Candidate, Match, Matcher, Outcome } from './types.ts';

/** First simple form: nearest ways of asking by summed rarity of shared features. */
export function createMatcher(edition: Edition): Matcher {
  const reader = createFeatureReader(edition);
  const postings = new Map<number, number[]>();
  const weights: number[] = [];
  const asked = edition.asked;
  const lists = asked.map((way) => extractFeatures(way.text, reader).hashes);
  for (const [doc, hashes] of lists.entries())
    for (const hash of hashes) {
      const list = postings.get(hash);
      if (list) list.push(doc);
      else postings.set(hash, [doc]);
    }
  const rarity = (hash: number) => {
    const count = postings.get(hash)?.length ?? 0;
    return count === 0 ? 0 : Math.log(1 + asked.length / count) ** 2;
  };
  for (const hashes of lists) weights.push(Math.sqrt(hashes.reduce((sum, hash) => sum + rarity(hash), 0)) || 1);
  return {
    match(message, local): Match {
      const features = extractFeatures(message, reader);
      const scores = new Float64Array(asked.length);
      let own = 0;
      for (const hash of features.hashes) {
        const weight = rarity(hash);
        own += weight || Math.log(1 + asked.length) ** 2;
        for (const doc of postings.get(hash) ?? []) scores[doc] = (scores[doc] ?? 0) + weight;
      }
      const best = new Map<string, { score: number; text: string; kind: string; of: string }>();
      for (const [doc, way] of asked.entries()) {
        if (local?.hidden.has(way.of)) continue;
        const score = (scores[doc] ?? 0) / (weights[doc] ?? 1) / (Math.sqrt(own) || 1);
        const key = `${way.kind}:${way.of}`;
        if (score > (best.get(key)?.score ?? 0)) best.set(key, { score, text: way.text, kind: way.kind, of: way.of });
      }
      const ranked = [...best.values()].sort((a, b) => b.score - a.score);
      const [first] = ranked;
      const candidates: Candidate[] = ranked
        .filter((one) => one.kind === 'entry')
        .slice(0, 10)
        .map((one) => ({ entry: one.of, confidence: Math.min(1, one.score), nearest: one.text, evidence: {} }));
      let outcome: Outcome = 'none';
      if (first && first.score > 0.15) {
        if (first.kind === 'entry') outcome = edition.entries.get(first.of)?.outcome ?? 'answer';
        else outcome = first.kind === 'neighbour' ? 'not-ours' : (first.of as Outcome);
      }
      const entry = first?.kind === 'entry' && outcome !== 'none' ? { entry: first.of } : {};
      const neighbour = outcome === 'not-ours' && first ? { neighbour: first.of } : {};
      return {
        parts: [
          { text: message, outcome, ...entry, choices: [], ...neighbour, confidence: first?.score ?? 0, candidates },
        ],
        language: features.script === 'english' ? 'en' : 'zh-CN',
      };
    },
    complete(prefix, most) {
      const found: string[] = [];
      for (const way of asked)
        if (way.kind === 'entry' && way.text.startsWith(prefix) && !found.includes(way.of)) found.push(way.of);
      return found.slice(0, most);
    },
  };
}
