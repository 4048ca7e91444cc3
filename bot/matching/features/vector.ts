/** A text's features as a vector of length 1: numbers of known features with their weights. */
import { FEATURE_WEIGHTS } from '../settings.ts';
import { FEATURE_KINDS, type Features } from './extract-features.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** 0…1: the part of the text's features that are known at all; gibberish and other fields have little. */
  readonly known: number;
}

/** How much a feature tells: the rarer the more. @param kind in FEATURE_KINDS @param count of texts that have it, out of `texts` */
export function featureWeight(kind: number, count: number, texts: number, rarityPower: number): number {
  return FEATURE_WEIGHTS[FEATURE_KINDS[kind] ?? 'character'] * Math.log(1 + texts / count) ** rarityPower;
}

/** @param weights one for each feature of the vocabulary */
export function toVector(features: Features, vocabulary: Vocabulary, weights: Float32Array): Vector {
  const { hashes } = features;
  const ids = new Int32Array(hashes.length);
  const values = new Float32Array(hashes.length);
  let count = 0;
  let squares = 0;
  let unknown = 0;
  for (let i = 0; i < hashes.length; i += 1) {
    const id = vocabulary.find(hashes[i] ?? 0);
    if (id < 0) {
      unknown += 1;
      continue;
    }
    if (contains(ids, count, id)) continue;
    const value = weights[id] ?? 0;
    ids[count] = id;
    values[count] = value;
    squares += value * value;
    count += 1;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < count; i += 1) values[i] = (values[i] ?? 0) * scale;
  return {
    ids: ids.subarray(0, count),
    values: values.subarray(0, count),
    known: hashes.length > 0 ? 1 - unknown / hashes.length : 0,
  };
}

/** Texts are short: looking through the few ids so far is quicker than a set. */
function contains(ids: Int32Array, count: number, id: number): boolean {
  for (let i = 0; i < count; i += 1) if (ids[i] === id) return true;
  return false;
}
