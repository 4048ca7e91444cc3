/**
 * The nearest ways of asking, by an inverted index: for each feature the ways that have it. A query reads the lists of
 * its rarest features first and stops at a budget, so that ten times the ways is not ten times the time: what is left
 * unread are the lists of features that nearly every way has.
 */
import { FEATURE_KINDS, type Features } from '../features/extract-features.ts';
import { toVector } from '../features/vector.ts';
import { Vocabulary } from '../features/vocabulary.ts';
import { weighFeatures } from '../model/train-linear.ts';
import type { Script } from '../normalise/read-units.ts';
import { NEAREST } from '../settings.ts';

export interface NearWay {
  /** Its place in the list that the index was built from. */
  readonly way: number;
  /** Cosine, 0…1. */
  readonly likeness: number;
}

export class WaysIndex {
  readonly vocabulary: Vocabulary;
  readonly weights: Float32Array;
  /** Weight of a feature that no way has yet. */
  readonly rarest: number;
  /** Lists one after another: ways and the feature's weight in each. */
  readonly #starts: Int32Array;
  readonly #ways: Int32Array;
  readonly #values: Float32Array;
  /** Scratch for one query at a time; all zero between queries. */
  readonly #scores: Float32Array;
  readonly #touched: Int32Array;

  /** By feature: 1 where a way of asking one of our own entries has it. */
  readonly #ours: Uint8Array;

  /** @param isOurs whether a way belongs to an entry, not to a neighbour or an intent */
  constructor(texts: readonly Features[], isOurs: (way: number) => boolean) {
    const { hashes, featureWeights } = weighFeatures(texts, 1, NEAREST.rarityPower);
    this.vocabulary = new Vocabulary(hashes);
    this.weights = featureWeights;
    this.rarest = Math.log(1 + texts.length) ** NEAREST.rarityPower;
    const vectors = texts.map((features) => toVector(features, this.vocabulary, featureWeights));
    this.#starts = new Int32Array(hashes.length + 1);
    this.#ours = new Uint8Array(hashes.length);
    for (const [way, { ids }] of vectors.entries()) if (isOurs(way)) for (const id of ids) this.#ours[id] = 1;
    for (const { ids } of vectors) for (const id of ids) this.#starts[id + 1] = (this.#starts[id + 1] ?? 0) + 1;
    for (let id = 0; id < hashes.length; id += 1)
      this.#starts[id + 1] = (this.#starts[id + 1] ?? 0) + (this.#starts[id] ?? 0);
    const fill = this.#starts.slice();
    const all = this.#starts[hashes.length] ?? 0;
    this.#ways = new Int32Array(all);
    this.#values = new Float32Array(all);
    for (const [way, { ids, values }] of vectors.entries())
      for (let i = 0; i < ids.length; i += 1) {
        const id = ids[i] ?? 0;
        const at = fill[id] ?? 0;
        this.#ways[at] = way;
        this.#values[at] = values[i] ?? 0;
        fill[id] = at + 1;
      }
    this.#scores = new Float32Array(texts.length);
    this.#touched = new Int32Array(texts.length);
  }

  /** @param accept where given, ways it refuses are passed over @returns best first */
  nearest(features: Features, most: number, accept?: (way: number) => boolean): NearWay[] {
    const { ids, values } = toVector(features, this.vocabulary, this.weights);
    const rarestFirst = [...ids.keys()].sort((a, b) => this.#length(ids[a] ?? 0) - this.#length(ids[b] ?? 0));
    const scores = this.#scores;
    const touched = this.#touched;
    let count = 0;
    let read = 0;
    for (const n of rarestFirst) {
      const id = ids[n] ?? 0;
      read += this.#length(id);
      if (read > NEAREST.postings && count > 0) break;
      const value = values[n] ?? 0;
      const end = this.#starts[id + 1] ?? 0;
      for (let at = this.#starts[id] ?? 0; at < end; at += 1) {
        const way = this.#ways[at] ?? 0;
        const before = scores[way] ?? 0;
        if (before === 0) {
          touched[count] = way;
          count += 1;
        }
        scores[way] = before + value * (this.#values[at] ?? 0);
      }
    }
    const best: NearWay[] = [];
    let least = 0;
    for (let i = 0; i < count; i += 1) {
      const way = touched[i] ?? 0;
      const likeness = scores[way] ?? 0;
      scores[way] = 0;
      if (likeness <= least || (accept && !accept(way))) continue;
      insert(best, { way, likeness }, most);
      if (best.length === most) least = best.at(-1)?.likeness ?? 0;
    }
    return best;
  }

  /**
   * How foreign a text's words are, 0…1: the part of its characters in pairs (words, syllables in pairs) that no way of
   * asking ours has. 番茄炒蛋 is foreign whatever the question words around it.
   * @param alsoOurs what a region's own ways of asking have besides
   */
  foreignness(features: Features, alsoOurs?: ReadonlySet<number>): number {
    const content = CONTENT[features.script];
    let all = 0;
    let foreign = 0;
    for (const [i, hash] of features.hashes.entries()) {
      if (features.kinds[i] !== content) continue;
      const id = this.vocabulary.find(hash);
      all += 1;
      if ((id < 0 || this.#ours[id] === 0) && !alsoOurs?.has(hash)) foreign += 1;
    }
    return all > 0 ? foreign / all : 1;
  }

  #length(id: number): number {
    return (this.#starts[id + 1] ?? 0) - (this.#starts[id] ?? 0);
  }
}

/** The kind of feature that carries content in each script. */
const CONTENT: Readonly<Record<Script, number>> = {
  chinese: FEATURE_KINDS.indexOf('character-pair'),
  english: FEATURE_KINDS.indexOf('word'),
  pinyin: FEATURE_KINDS.indexOf('sound-pair'),
};

/** Into a short list kept best first; of equals the earlier way stays ahead, so that results don't depend on luck. */
function insert(best: NearWay[], near: NearWay, most: number): void {
  let at = best.length;
  while (at > 0 && isBetter(near, best[at - 1])) at -= 1;
  best.splice(at, 0, near);
  if (best.length > most) best.pop();
}

function isBetter(a: NearWay, b: NearWay | undefined): boolean {
  if (!b) return true;
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.way < b.way);
}
