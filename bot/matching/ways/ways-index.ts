/**
 * The nearest ways of asking, by an inverted index: for each feature the ways that have it. A query reads the lists of
 * its rarest features first and stops at a budget, so that ten times the ways is not ten times the time: what is left
 * unread are the lists of features that nearly every way has.
 */
import { FEATURE_KINDS, type Features } from '../features/extract-features.ts';
import { featureWeight, toVector } from '../features/vector.ts';
import type { Script } from '../normalise/read-units.ts';
import { NEAREST } from '../settings.ts';
import type { WayFeatures } from './way-features.ts';

export interface NearWay {
  /** Its place in the list that the index was built from. */
  readonly way: number;
  /** Cosine, 0…1. */
  readonly likeness: number;
}

export class WaysIndex {
  readonly #features: WayFeatures;
  /** By feature; 0 where no way has it (any more). */
  readonly #weights: Float32Array;
  /** Weight of a feature that no way has yet. */
  readonly #rarest: number;
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
  constructor(features: WayFeatures, isOurs: (way: number) => boolean) {
    const size = features.hashes.length;
    const ways = features.length;
    const { numbers, starts: begins } = features;
    const starts = new Int32Array(size + 1);
    const weights = new Float32Array(size);
    const ours = new Uint8Array(size);
    const listed = new Int32Array(numbers.length);
    const values = new Float32Array(numbers.length);
    for (let i = 0; i < numbers.length; i += 1) {
      const next = (numbers[i] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let id = 0; id < size; id += 1) {
      const count = starts[id + 1] ?? 0;
      if (count > 0) weights[id] = featureWeight(features.kinds[id] ?? 0, count, ways, NEAREST.rarityPower);
      starts[id + 1] = count + (starts[id] ?? 0);
    }
    const fill = starts.slice();
    for (let way = 0; way < ways; way += 1) {
      const from = begins[way] ?? 0;
      const to = begins[way + 1] ?? 0;
      let squares = 0;
      for (let i = from; i < to; i += 1) squares += (weights[numbers[i] ?? 0] ?? 0) ** 2;
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      const isOur = isOurs(way) ? 1 : 0;
      for (let i = from; i < to; i += 1) {
        const id = numbers[i] ?? 0;
        const at = fill[id] ?? 0;
        listed[at] = way;
        values[at] = (weights[id] ?? 0) * scale;
        fill[id] = at + 1;
        if (isOur === 1) ours[id] = 1;
      }
    }
    this.#features = features;
    this.#weights = weights;
    this.#rarest = Math.log(1 + ways) ** NEAREST.rarityPower;
    this.#starts = starts;
    this.#ways = listed;
    this.#values = values;
    this.#ours = ours;
    this.#scores = new Float32Array(ways);
    this.#touched = new Int32Array(ways);
  }

  /** Weight of a feature, by its hash; one that is new here weighs as the rarest do. */
  weightOf(hash: number): number {
    return this.#weights[this.#features.vocabulary.find(hash)] || this.#rarest;
  }

  /** @param accept where given, ways it refuses are passed over @returns best first */
  nearest(features: Features, most: number, accept?: (way: number) => boolean): NearWay[] {
    const { ids, values } = toVector(features, this.#features.vocabulary, this.#weights);
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
      const id = this.#features.vocabulary.find(hash);
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
