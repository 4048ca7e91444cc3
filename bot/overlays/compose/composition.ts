/**
 * National → province → city, for all days at once. A composition answers for an entry with its dated versions, so
 * that "as of 2010" and "in 2031" are the same lookup; what an overlay doesn't touch is handed through, not copied.
 */
import type { Edition, Entry } from '../../knowledge/index.ts';
import type { Layer } from '../layer.ts';
import { covers, cutAt } from '../period.ts';
import type { Origin } from '../view.ts';
import { applyChanges } from './apply-changes.ts';
import type { DatedEntry } from './dated-entry.ts';
import { isFreshDeletion } from './is-fresh.ts';

export interface Composition {
  readonly edition: Edition;
  /** Province first. Empty for the nation. */
  readonly layers: readonly Layer[];
  /** What the last layer was laid on; absent for the nation. */
  readonly below: Composition | undefined;
  /** Undefined where there is no such entry on any day. */
  readonly dated: (id: string) => DatedEntry | undefined;
  /** Whether a layer says anything about an entry. */
  readonly touches: (id: string) => boolean;
  /** Ids of the edition and of every layer, hidden ones too. */
  readonly allIds: () => Iterable<string>;
}

const NOTHING: DatedEntry['origins'] = new Map();

export function nationalComposition(edition: Edition): Composition {
  return {
    edition,
    layers: [],
    below: undefined,
    dated: (id) => {
      const entry = edition.entries.get(id);
      return entry ? { entry, origins: NOTHING } : undefined;
    },
    touches: () => false,
    allIds: () => edition.entries.keys(),
  };
}

/** @param base what the layer was laid on: the nation, or the province of a city */
export function layOver(base: Composition, layer: Layer): Composition {
  const deleted = new Set(layer.deletions.filter((d) => d.variant === undefined).map((d) => d.entry));
  const touches = (id: string) => layer.additions.has(id) || layer.refinements.has(id) || deleted.has(id);
  const remembered = new Map<string, DatedEntry | undefined>();

  const compose = (id: string): DatedEntry | undefined => {
    const added = layer.additions.get(id);
    if (added) return { entry: added.entry, origins: always(added.origins) };
    const below = base.dated(id);
    if (!below) return undefined;
    const refined = applyChanges(below, layer.refinements.get(id) ?? []);
    return deleted.has(id) ? withoutDeleted(refined, below.entry, layer) : refined;
  };

  return {
    edition: base.edition,
    layers: [...base.layers, layer],
    below: base,
    dated: (id) => {
      if (!touches(id)) return base.dated(id);
      if (!remembered.has(id)) remembered.set(id, compose(id));
      return remembered.get(id);
    },
    touches: (id) => touches(id) || base.touches(id),
    allIds: function* () {
      yield* base.allIds();
      yield* layer.additions.keys();
    },
  };
}

function always(origins: ReadonlyMap<string, Origin>): DatedEntry['origins'] {
  return new Map([...origins].map(([path, origin]) => [path, [{ origin, period: {} }]]));
}

/** Takes the days of each deletion out of the versions; a deletion whose words have changed takes out nothing. */
function withoutDeleted(dated: DatedEntry, below: Entry, layer: Layer): DatedEntry | undefined {
  let versions = dated.entry.versions;
  for (const deletion of layer.deletions) {
    if (deletion.entry !== below.id || deletion.variant !== undefined || !isFreshDeletion(deletion, below)) continue;
    versions = versions.flatMap((version) =>
      cutAt(version, [deletion.period])
        .filter((piece) => !covers(deletion.period, piece))
        .map((piece) => ({ ...version, from: piece.from ?? version.from, until: piece.until })),
    );
  }
  return versions.length === 0 ? undefined : { entry: { ...dated.entry, versions }, origins: dated.origins };
}
