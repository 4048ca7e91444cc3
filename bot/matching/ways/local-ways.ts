/**
 * A region's own ways of asking beside the national index. They are few: each is compared with the message directly, in
 * the features and weights of the nation. What is reckoned here is kept by the overlay that it was reckoned from, so
 * that a region costs its difference, once.
 */
import { sameWords } from '../../knowledge/index.ts';
import { extractFeatures, type FeatureReader, type Features } from '../features/extract-features.ts';
import { simplify } from '../normalise/simplify.ts';
import type { LocalWays } from '../types.ts';

export interface LocalWay {
  readonly entry: string;
  readonly text: string;
  readonly simplified: string;
  /** Weight of each feature, the vector having length 1. */
  readonly weights: ReadonlyMap<number, number>;
}

export interface CompiledLocal {
  readonly ways: readonly LocalWay[];
  /** Every feature that one of them has. */
  readonly hashes: ReadonlySet<number>;
  /** By `sameWords`. */
  readonly exact: ReadonlyMap<string, number>;
}

/** @param weigh weight of a feature in the nation; a feature new to it weighs as the rarest do */
export function compileLocal(local: LocalWays, reader: FeatureReader, weigh: (hash: number) => number): CompiledLocal {
  const ways = local.added.map(({ entry, text }) => ({
    entry,
    text,
    simplified: simplify(text),
    weights: normalised(extractFeatures(text, reader), weigh),
  }));
  const hashes = new Set(ways.flatMap((way) => [...way.weights.keys()]));
  return { ways, hashes, exact: new Map(ways.map((way, n) => [sameWords(way.simplified), n])) };
}

/** @returns cosine of the message with each local way */
export function localLikeness(features: Features, local: CompiledLocal, weigh: (hash: number) => number): number[] {
  const message = normalised(features, weigh);
  return local.ways.map(({ weights }) => {
    let likeness = 0;
    for (const [hash, weight] of weights) likeness += weight * (message.get(hash) ?? 0);
    return likeness;
  });
}

function normalised(features: Features, weigh: (hash: number) => number): Map<number, number> {
  const weights = new Map<number, number>();
  let squares = 0;
  for (const hash of features.hashes) {
    if (weights.has(hash)) continue;
    const weight = weigh(hash);
    weights.set(hash, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [hash, weight] of weights) weights.set(hash, weight / length);
  return weights;
}
