/**
 * Ways of asking as the layers leave them on a day. A layer deletes from what stands below it, a way of the edition or
 * of its province alike; what it adds itself stands, also where its province had deleted it.
 */
import { type Entry, holdsOn, sameWords } from '../../knowledge/index.ts';
import type { Layer } from '../layer.ts';
import type { View } from '../view.ts';
import type { Composition } from './composition.ts';

/** @param layers province first @param hidden entries that are not to be had, nor their ways */
export function waysOn(
  layers: readonly Layer[],
  hidden: ReadonlySet<string>,
  day: string,
): Pick<View, 'added' | 'hiddenWays'> {
  let added: View['added'] = [];
  let deleted: View['hiddenWays'] = [];
  for (const layer of layers) {
    const gone = deletedBy(layer, day);
    const own = addedBy(layer, day);
    added = [...without(added, gone), ...own];
    deleted = [...without(deleted, own), ...gone];
  }
  const isThere = ({ entry }: Way) => !hidden.has(entry);
  return { added: added.filter(isThere), hiddenWays: deleted };
}

/** Every way of asking for an entry that a further layer could delete, whatever the day: the nation's and the province's. */
export function waysBelow({ edition, layers }: Composition, entry: string): readonly string[] {
  return [
    ...edition.asked.filter(({ kind, of }) => kind === 'entry' && of === entry).map(({ text }) => text),
    ...layers.flatMap(({ additions, refinements }) => {
      const own = additions.get(entry);
      return [
        ...(own ? [...Object.values(own.entry.question), ...own.asked] : []),
        ...(refinements.get(entry) ?? []).flatMap(({ change }) => change.variants ?? []),
      ];
    }),
  ];
}

type Way = View['added'][number];

/** Questions and ways of asking of a layer's own entries, and what it adds to those of others. */
function addedBy({ additions, refinements }: Layer, day: string): readonly Way[] {
  return [
    ...[...additions.values()]
      .filter(({ entry }) => saysSomethingOn(entry, day))
      .flatMap(({ entry, asked }) =>
        [...Object.values(entry.question), ...asked].map((text) => ({ entry: entry.id, text })),
      ),
    ...[...refinements].flatMap(([entry, changes]) =>
      changes
        .filter(({ period }) => holdsOn(period, day))
        .flatMap(({ change }) => (change.variants ?? []).map((text) => ({ entry, text }))),
    ),
  ];
}

function deletedBy({ deletions }: Layer, day: string): readonly Way[] {
  return deletions.flatMap(({ entry, variant, period }) =>
    variant !== undefined && holdsOn(period, day) ? [{ entry, text: variant }] : [],
  );
}

function without(ways: readonly Way[], gone: readonly Way[]): readonly Way[] {
  const keys = new Set(gone.map(keyOf));
  return keys.size === 0 ? ways : ways.filter((way) => !keys.has(keyOf(way)));
}

function keyOf({ entry, text }: Way): string {
  return `${entry} ${sameWords(text)}`;
}

export function saysSomethingOn(entry: Entry, day: string): boolean {
  return entry.versions.some((version) => holdsOn(version, day));
}
