/**
 * Trains the classifier: multinomial logistic regression by stochastic gradient descent (Bottou, "Large-scale machine
 * learning with stochastic gradient descent", 2010). Deterministic: the order comes from a fixed seed.
 */
import type { Features } from '../features/extract-features.ts';
import { featureWeight, toVector, type Vector } from '../features/vector.ts';
import { Vocabulary } from '../features/vocabulary.ts';
import { TRAINING } from '../settings.ts';
import type { LinearWeights } from './linear-model.ts';
import { seededRandom } from './seeded-random.ts';

/** One text to learn from. */
export interface Lesson {
  readonly features: Features;
  readonly label: number;
  /** 1 for a way of asking, less for what merely hints. */
  readonly weight: number;
}

export function trainLinear(lessons: readonly Lesson[], labels: number): Omit<LinearWeights, 'gate' | 'gateBias'> {
  const { hashes, featureWeights } = weighFeatures(lessons.map((lesson) => lesson.features));
  const vocabulary = new Vocabulary(hashes);
  const vectors = lessons.map((lesson) => toVector(lesson.features, vocabulary, featureWeights));
  const rows = new Float32Array(hashes.length * labels);
  const bias = new Float32Array(labels);
  const slope = new Float32Array(labels);
  const order = lessons.map((_, n) => n);
  const random = seededRandom(7);
  const drop = createDropper(
    vectors.reduce((most, { ids }) => Math.max(most, ids.length), 0),
    random,
  );
  const wanted = Math.ceil(TRAINING.leastLessons / Math.max(1, lessons.length));
  const passes = Math.max(TRAINING.passes, Math.min(TRAINING.mostPasses, wanted));
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    const step = TRAINING.step * (1 - (0.9 * pass) / passes);
    const keep = 1 - step * TRAINING.shrink;
    for (const n of order) {
      const vector = vectors[n];
      const lesson = lessons[n];
      if (!vector || !lesson) continue;
      const { ids, values } = drop(vector);
      slope.set(bias);
      for (let i = 0; i < ids.length; i += 1) {
        const row = (ids[i] ?? 0) * labels;
        const value = values[i] ?? 0;
        for (let label = 0; label < labels; label += 1)
          slope[label] = (slope[label] ?? 0) + value * (rows[row + label] ?? 0);
      }
      toProbabilities(slope);
      for (let label = 0; label < labels; label += 1) slope[label] = (slope[label] ?? 0) - TRAINING.smoothing / labels;
      slope[lesson.label] = (slope[lesson.label] ?? 0) - (1 - TRAINING.smoothing);
      const pace = step * lesson.weight;
      // The bias moves slowly: how often a label was written about is the authors' diligence, not people's need.
      for (let label = 0; label < labels; label += 1)
        bias[label] = (bias[label] ?? 0) - pace * 0.02 * (slope[label] ?? 0);
      for (let i = 0; i < ids.length; i += 1) {
        const row = (ids[i] ?? 0) * labels;
        const move = pace * (values[i] ?? 0);
        for (let label = 0; label < labels; label += 1)
          rows[row + label] = (rows[row + label] ?? 0) * keep - move * (slope[label] ?? 0);
      }
    }
  }
  return { hashes, featureWeights, bias, ...quantise(rows, labels) };
}

/** A text without a part of its features, left out by chance: what the rest says must do. Of the same length as before. */
function createDropper(longest: number, random: () => number): (vector: Vector) => Pick<Vector, 'ids' | 'values'> {
  // One text is looked at at a time; making its arrays anew would take longer than learning from it.
  const ids = new Int32Array(longest);
  const values = new Float32Array(longest);
  return (vector) => {
    let count = 0;
    let before = 0;
    let squares = 0;
    for (let i = 0; i < vector.ids.length; i += 1) {
      const value = vector.values[i] ?? 0;
      before += value * value;
      if (random() < TRAINING.dropped) continue;
      ids[count] = vector.ids[i] ?? 0;
      values[count] = value;
      squares += value * value;
      count += 1;
    }
    const scale = squares > 0 ? Math.sqrt(before / squares) : 0;
    for (let i = 0; i < count; i += 1) values[i] = (values[i] ?? 0) * scale;
    return { ids: ids.subarray(0, count), values: values.subarray(0, count) };
  };
}

/** Features that stand in enough texts, with their weight by kind and rarity. */
function weighFeatures(texts: readonly Features[]): {
  hashes: Int32Array;
  featureWeights: Float32Array;
} {
  const numbers = new Map<number, number>();
  const hashes: number[] = [];
  const counts: number[] = [];
  const kinds: number[] = [];
  /** The text each feature was last seen in: cheaper than a set of those seen for every text. */
  const seenIn: number[] = [];
  for (const [text, features] of texts.entries())
    for (let i = 0; i < features.hashes.length; i += 1) {
      const hash = features.hashes[i] ?? 0;
      let number = numbers.get(hash);
      if (number === undefined) {
        number = hashes.length;
        numbers.set(hash, number);
        hashes.push(hash);
        counts.push(0);
        seenIn.push(-1);
      }
      if (seenIn[number] === text) continue;
      seenIn[number] = text;
      counts[number] = (counts[number] ?? 0) + 1;
      kinds[number] = features.kinds[i] ?? 0;
    }
  const kept = [...hashes.keys()].filter((number) => (counts[number] ?? 0) >= TRAINING.leastWays);
  const featureWeights = Float32Array.from(kept, (number) =>
    featureWeight(kinds[number] ?? 0, counts[number] ?? 1, texts.length, TRAINING.rarityPower),
  );
  return { hashes: Int32Array.from(kept, (number) => hashes[number] ?? 0), featureWeights };
}

/** Each row to integers −127…127 of its own scale. */
function quantise(weights: Float32Array, labels: number): Pick<LinearWeights, 'rowScales' | 'rows'> {
  const features = weights.length / labels;
  const rowScales = new Float32Array(features);
  const rows = new Int8Array(weights.length);
  for (let feature = 0; feature < features; feature += 1) {
    const row = weights.subarray(feature * labels, (feature + 1) * labels);
    let most = 0;
    for (const weight of row) most = Math.max(most, Math.abs(weight));
    const scale = most / 127;
    rowScales[feature] = scale;
    if (scale > 0)
      for (const [label, weight] of row.entries()) rows[feature * labels + label] = Math.round(weight / scale);
  }
  return { rowScales, rows };
}

function toProbabilities(logits: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > most) most = logit;
  let sum = 0;
  for (let i = 0; i < logits.length; i += 1) {
    const part = Math.exp((logits[i] ?? 0) - most);
    logits[i] = part;
    sum += part;
  }
  for (let i = 0; i < logits.length; i += 1) logits[i] = (logits[i] ?? 0) / sum;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
