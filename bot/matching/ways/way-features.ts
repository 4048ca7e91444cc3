/**
 * The features of every way of asking, side by side: which numbers each has, whatever they weigh. Ways come and go one
 * file at a time; reading a text takes a hundred times as long as copying what was read of it.
 */
import type { Features } from '../features/extract-features.ts';
import { Vocabulary } from '../features/vocabulary.ts';

/** A way's features: read now, or the number of a way in the table before that has the same. */
export type ReadOrKept = Features | number;

export class WayFeatures {
  readonly vocabulary: Vocabulary;
  /** By number of a feature: its hash, and its kind in FEATURE_KINDS. */
  readonly hashes: Int32Array;
  readonly kinds: Uint8Array;
  /** Where each way's numbers begin; one more than there are ways. */
  readonly starts: Int32Array;
  /** Distinct within a way, in the order of the text. */
  readonly numbers: Int32Array;

  /** @param before the table that kept ways are taken from; its features keep their numbers */
  constructor(ways: readonly ReadOrKept[], before?: WayFeatures) {
    const added = new Map<number, number>();
    const hashes: number[] = [];
    const kinds: number[] = [];
    const known = before?.hashes.length ?? 0;
    const numberOf = (hash: number, kind: number): number => {
      const found = before?.vocabulary.find(hash) ?? -1;
      if (found >= 0) return found;
      let number = added.get(hash);
      if (number === undefined) {
        number = known + hashes.length;
        added.set(hash, number);
        hashes.push(hash);
        kinds.push(kind);
      }
      return number;
    };
    const read = ways.map((way) =>
      typeof way === 'number'
        ? (before?.of(way) ?? new Int32Array())
        : distinct(way.hashes.map((hash, i) => numberOf(hash, way.kinds[i] ?? 0))),
    );
    this.starts = new Int32Array(ways.length + 1);
    for (const [way, { length }] of read.entries()) this.starts[way + 1] = (this.starts[way] ?? 0) + length;
    this.numbers = new Int32Array(this.starts[ways.length] ?? 0);
    for (const [way, numbers] of read.entries()) this.numbers.set(numbers, this.starts[way]);
    this.hashes = joined(Int32Array, before?.hashes, hashes);
    this.kinds = joined(Uint8Array, before?.kinds, kinds);
    this.vocabulary = new Vocabulary(this.hashes, before?.vocabulary);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  of(way: number): Int32Array {
    return this.numbers.subarray(this.starts[way], this.starts[way + 1]);
  }
}

/** Texts are short: looking through the few numbers so far is quicker than a set. */
function distinct(numbers: readonly number[]): number[] {
  return numbers.filter((number, i) => numbers.indexOf(number) === i);
}

function joined<T extends Int32Array | Uint8Array>(
  kind: new (length: number) => T,
  before: T | undefined,
  added: readonly number[],
): T {
  const all = new kind((before?.length ?? 0) + added.length);
  if (before) all.set(before);
  all.set(added, before?.length ?? 0);
  return all;
}
