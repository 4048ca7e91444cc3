/**
 * One checked overlay in memory: what it changes and where each change stands, nothing else. The parsed documents are
 * let go after reading, so that a region costs its difference and no more.
 */
import type { Entry, Text } from '../knowledge/index.ts';
import type { Period } from './period.ts';
import type { Change, KeptWords, OverlayManifest } from './schema/overlay-files.ts';
import type { Origin } from './view.ts';

export interface LocalEntry {
  readonly entry: Entry;
  readonly asked: readonly string[];
  /** By path, as in `ComposedEntry.origins`. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** One dated change, with the stretch on which it really holds and the line of each field. */
export interface LocalChange {
  readonly change: Change;
  readonly period: Period;
  /** Where a field stands: `short`, `example`, `points.set.x`, `points.append.x`, `points.insertAfter.x`. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Fingerprints that a field was written for. */
  readonly writtenFor: ReadonlyMap<string, readonly string[]>;
  readonly kept: readonly KeptWords[];
  /** Edition that the kept words stood in; that of the overlay where there are none. */
  readonly keptEdition: string;
}

export interface LocalDeletion {
  readonly entry: string;
  readonly variant?: string;
  readonly period: Period;
  readonly origin: Origin;
  readonly reason: string;
  readonly writtenFor: ReadonlyMap<string, readonly string[]>;
  readonly kept: readonly KeptWords[];
  readonly keptEdition: string;
}

export interface Layer {
  readonly region: string;
  readonly level: 'province' | 'city';
  /** The place under its own name, as in regions.yaml: 广东, 深圳. */
  readonly name: Text;
  /** Code of the city in regions.yaml, which is how a place in a message is known. */
  readonly cityCode?: string;
  readonly manifest: OverlayManifest;
  /** Names the exact content. */
  readonly hash: string;
  readonly additions: ReadonlyMap<string, LocalEntry>;
  readonly deletions: readonly LocalDeletion[];
  readonly refinements: ReadonlyMap<string, readonly LocalChange[]>;
}
