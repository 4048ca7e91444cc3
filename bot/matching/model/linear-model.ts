/**
 * The classifier as it is used: one row of small integers a feature, one column a label. 8 bits a weight lose nothing
 * that can be measured and keep the file and the memory small.
 */
import type { Features } from '../features/extract-features.ts';
import { toVector } from '../features/vector.ts';
import { Vocabulary } from '../features/vocabulary.ts';

/** Plain data: what training gives and a file holds. */
export interface LinearWeights {
  /** Hashes of the features. */
  readonly hashes: Int32Array;
  /** Weight of each feature in a text's vector. */
  readonly featureWeights: Float32Array;
  /** What one step of a row's integers is worth. */
  readonly rowScales: Float32Array;
  /** features × labels */
  readonly rows: Int8Array;
  /** One for each label. */
  readonly bias: Float32Array;
  /** What each feature says, in log odds, for the message being ours at all. */
  readonly gate: Float32Array;
  readonly gateBias: number;
}

export interface LinearResult {
  /** Log probability by label. */
  readonly logs: Float32Array;
  /** Log odds that the message is ours. */
  readonly gate: number;
  readonly known: number;
}

export class LinearModel {
  readonly weights: LinearWeights;
  readonly #vocabulary: Vocabulary;

  constructor(weights: LinearWeights) {
    this.weights = weights;
    this.#vocabulary = new Vocabulary(weights.hashes);
  }

  classify(features: Features): LinearResult {
    const { featureWeights, rowScales, rows, bias } = this.weights;
    const labels = bias.length;
    let gate = this.weights.gateBias;
    const vector = toVector(features, this.#vocabulary, featureWeights);
    const logs = Float32Array.from(bias);
    for (let i = 0; i < vector.ids.length; i += 1) {
      const id = vector.ids[i] ?? 0;
      const value = (vector.values[i] ?? 0) * (rowScales[id] ?? 0);
      const row = id * labels;
      gate += (vector.values[i] ?? 0) * (this.weights.gate[id] ?? 0);
      for (let label = 0; label < labels; label += 1)
        logs[label] = (logs[label] ?? 0) + value * (rows[row + label] ?? 0);
    }
    toLogProbabilities(logs);
    return { logs, gate, known: vector.known };
  }

  /** What each feature of a text says for one label; for explanations. */
  reasons(features: Features, label: number): { hash: number; weight: number }[] {
    const { hashes, featureWeights, rowScales, rows, bias } = this.weights;
    const vector = toVector(features, this.#vocabulary, featureWeights);
    return [...vector.ids].map((id, i) => ({
      hash: hashes[id] ?? 0,
      weight: (vector.values[i] ?? 0) * (rowScales[id] ?? 0) * (rows[id * bias.length + label] ?? 0),
    }));
  }
}

function toLogProbabilities(logs: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > most) most = log;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  const all = most + Math.log(sum);
  for (let i = 0; i < logs.length; i += 1) logs[i] = (logs[i] ?? 0) - all;
}
