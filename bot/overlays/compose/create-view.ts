/**
 * A composition as it is seen from one day: what is hidden, what is asked for, and where each line comes from then.
 * Entries keep all their dated versions, so that other days can be answered from the same view.
 */
import { holdsOn } from '../../knowledge/index.ts';
import type { Layer } from '../layer.ts';
import { dayAfter, type Period } from '../period.ts';
import { type Change, POINT_LISTS } from '../schema/overlay-files.ts';
import type { ComposedEntry, Origin, View } from '../view.ts';
import type { Composition } from './composition.ts';
import { isFreshDeletion } from './is-fresh.ts';
import { saysSomethingOn, waysOn } from './ways-on.ts';

/** @param national the view of the edition: what no layer touches is handed through to it @param day YYYY-MM-DD */
export function createView(national: View, composition: Composition, day: string): View {
  const { layers } = composition;
  const last = layers.at(-1);
  if (!last) return national;
  const hidden = hiddenOn(composition, day);
  const composed = new Map<string, ComposedEntry | undefined>();

  const compose = (id: string): ComposedEntry | undefined => {
    if (!composition.touches(id)) return national.compose(id);
    if (hidden.has(id)) return undefined;
    if (!composed.has(id)) composed.set(id, composeOn(composition, id, day));
    return composed.get(id);
  };
  let ids: readonly string[] | undefined;
  return {
    region: last.region,
    version: [national.version, ...layers.map((layer) => `${layer.region} ${layer.manifest.version}`)].join(' + '),
    layers: layers.map(({ region, name, manifest, hash }) => ({
      region,
      name,
      version: manifest.version,
      status: manifest.status,
      hash,
    })),
    compose,
    ids: () => {
      ids ??= idsOn(national, composition, hidden, day);
      return ids;
    },
    hidden,
    ...waysOn(layers, hidden, day),
  };
}

function composeOn(composition: Composition, id: string, day: string): ComposedEntry | undefined {
  const dated = composition.dated(id);
  if (!dated) return undefined;
  const origins = new Map<string, Origin>();
  for (const [path, list] of dated.origins) {
    const of = list.findLast(({ period }) => holdsOn(period, day));
    if (of) origins.set(path, of.origin);
  }
  return { entry: dated.entry, origins };
}

/** Each layer hides from what stands below it. */
function hiddenOn({ below, layers }: Composition, day: string): ReadonlySet<string> {
  const layer = layers.at(-1);
  if (!below || !layer) return new Set();
  const hidden = new Set(hiddenOn(below, day));
  for (const deletion of layer.deletions) {
    if (deletion.variant !== undefined || !holdsOn(deletion.period, day)) continue;
    const entry = below.dated(deletion.entry)?.entry;
    if (entry && isFreshDeletion(deletion, entry)) hidden.add(deletion.entry);
  }
  return hidden;
}

/** Local entries follow the last entry of their topic that has no item number: items keep the letter's order. */
function idsOn(national: View, composition: Composition, hidden: ReadonlySet<string>, day: string): readonly string[] {
  const ids = national.ids().filter((id) => !hidden.has(id));
  const entryOf = (id: string) => composition.dated(id)?.entry;
  for (const layer of composition.layers) {
    for (const [id, { entry }] of layer.additions) {
      if (hidden.has(id) || !saysSomethingOn(entry, day)) continue;
      const at = ids.findLastIndex((other) => {
        const known = entryOf(other);
        return known?.item === undefined && known?.topic === entry.topic;
      });
      ids.splice(at < 0 ? ids.length : at + 1, 0, id);
    }
  }
  return ids;
}

/** Days on which a view may differ from that of the day before: one view serves all days between two of them. */
export function turningDays(layers: readonly Layer[]): readonly string[] {
  const periods: Period[] = layers.flatMap((layer) => [
    ...layer.deletions.map(({ period }) => period),
    ...[...layer.refinements.values()].flat().flatMap(({ period, change }) => [period, ...addedPoints(change)]),
    ...[...layer.additions.values()].flatMap(({ entry }) => entry.versions),
  ]);
  const days = periods.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [dayAfter(until)]),
  ]);
  return [...new Set(days)].sort();
}

function addedPoints(change: Change): readonly Period[] {
  return POINT_LISTS.flatMap((list) => [...(change[list]?.append ?? []), ...(change[list]?.insertAfter ?? [])]);
}
