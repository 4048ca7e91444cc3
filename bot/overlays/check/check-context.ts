/** What an overlay is checked against: the edition, and what stands below it. */
import { type Edition, type Entry, sameWords } from '../../knowledge/index.ts';
import type { Composition } from '../compose/composition.ts';
import type { Period } from '../period.ts';
import { changePeriod } from '../read/change-period.ts';
import type { Change, Deletion, OverlayManifest } from '../schema/overlay-files.ts';

export interface CheckContext {
  readonly edition: Edition;
  /** The nation, or the province of a city. */
  readonly base: Composition;
  /** Which entry a way of asking belongs to in the edition; by `sameWords`. */
  readonly askedOf: ReadonlyMap<string, string>;
}

/** By the ways themselves: they outlive an edition in which only a text was corrected. */
const askedIndexes = new WeakMap<Edition['asked'], ReadonlyMap<string, string>>();

export function createContext(base: Composition): CheckContext {
  const { edition } = base;
  let askedOf = askedIndexes.get(edition.asked);
  if (!askedOf) {
    askedOf = new Map(
      edition.asked.filter(({ kind }) => kind === 'entry').map(({ text, of }) => [sameWords(text), of]),
    );
    askedIndexes.set(edition.asked, askedOf);
  }
  return { edition, base, askedOf };
}

/**
 * Whether a target that isn't there may have been taken out by the edition since, which is drift and no error: words
 * were kept of it, or it was last read against an earlier edition.
 */
export function mayHaveGone(context: CheckContext, manifest: OverlayManifest, of: Change | Deletion): boolean {
  const read = of.refined?.edition ?? manifest.reviewedAgainst;
  return (of.refined?.words.length ?? 0) > 0 || read !== context.edition.manifest.version;
}

export function periodOf(manifest: OverlayManifest, of: Change | Deletion): Period | undefined {
  return changePeriod(manifest, of);
}

/** The versions of an entry that a change can touch. */
export function entryBelow(context: CheckContext, id: string): Entry | undefined {
  return context.base.dated(id)?.entry;
}
