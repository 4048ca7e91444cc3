/**
 * What the edition has changed under an overlay. Nothing here decides anything: composing applies a change only to
 * the words it was written for; this says where it therefore did not, and shows old, new and local words.
 */
import { type Entry, sameWords, type Text } from '../../knowledge/index.ts';
import type { Composition } from '../compose/composition.ts';
import { isFreshDeletion } from '../compose/is-fresh.ts';
import { waysBelow } from '../compose/ways-on.ts';
import type { Layer, LocalChange, LocalDeletion } from '../layer.ts';
import { type KeptWords, POINT_LISTS } from '../schema/overlay-files.ts';
import type { Origin } from '../view.ts';
import { fieldsOf } from './fields-of.ts';
import type { Was } from './fingerprint.ts';

/** What became of the words that a change was written for. */
export const DRIFT_KINDS = ['changed', 'new', 'gone', 'entry-gone', 'anchor-gone', 'id-taken', 'variant-gone'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

export interface Drift {
  readonly region: string;
  readonly entry: string;
  readonly change: 'refinement' | 'deletion';
  readonly kind: DriftKind;
  /** `short`, `points.first-limit`, … ; empty where the whole entry is meant */
  readonly field: string;
  /** First day of the version, where one is meant. */
  readonly version?: string;
  /** What was read when the change was accepted. */
  readonly old?: Was;
  /** What stands there now. */
  readonly now?: Was;
  /** What the region says instead. */
  readonly local?: Text;
  /** Whether the local words are shown all the same. */
  readonly applied: boolean;
  readonly origin: Origin | undefined;
  readonly keptEdition: string;
}

/** @param base what the layer is laid on @returns empty when every change still meets the words it was written for */
export function findDrift(base: Composition, layer: Layer): Drift[] {
  return [
    ...[...layer.refinements].flatMap(([entry, changes]) =>
      changes.flatMap((change) => driftOfChange(base, layer.region, entry, change)),
    ),
    ...layer.deletions.flatMap((deletion) => driftOfDeletion(base, layer.region, deletion)),
  ];
}

function driftOfChange(base: Composition, region: string, id: string, local: LocalChange): Drift[] {
  const { change, origins, keptEdition } = local;
  const common = { region, entry: id, change: 'refinement', keptEdition } as const;
  const entry = base.dated(id)?.entry;
  if (!entry) return [{ ...common, kind: 'entry-gone', field: '', applied: false, origin: [...origins.values()][0] }];
  const drifts: Drift[] = [];
  for (const { field, text, origin } of replacedBy(local)) {
    const now = fieldsOf(entry, local.period).filter((known) => known.field === field);
    if (now.length === 0 && local.writtenFor.has(field))
      drifts.push({ ...common, kind: 'gone', field, ...oldOf(local.kept, field), local: text, applied: false, origin });
    for (const { version, was, fingerprint } of now) {
      if (local.writtenFor.get(field)?.includes(fingerprint)) continue;
      const old = oldOf(local.kept, field, version);
      drifts.push({
        ...common,
        kind: 'changed',
        field,
        version,
        ...old,
        now: was,
        local: text,
        applied: false,
        origin,
      });
    }
  }
  const ids = new Set(base.dated(id)?.entry.versions.flatMap((version) => pointIdsOf(version)));
  for (const list of POINT_LISTS) {
    const edits = change[list];
    const inserted = edits?.insertAfter ?? [];
    const own = new Set([...(edits?.append ?? []), ...inserted].map((point) => point.id));
    for (const point of inserted)
      if (!ids.has(point.after) && !own.has(point.after))
        drifts.push({
          ...common,
          kind: 'anchor-gone',
          field: `${list}.${point.after}`,
          local: point.text,
          applied: true,
          origin: origins.get(`${list}.insertAfter.${point.id}`),
        });
    for (const how of ['append', 'insertAfter'] as const)
      for (const point of edits?.[how] ?? [])
        if (ids.has(point.id))
          drifts.push({
            ...common,
            kind: 'id-taken',
            field: `${list}.${point.id}`,
            local: point.text,
            applied: false,
            origin: origins.get(`${list}.${how}.${point.id}`),
          });
  }
  return drifts;
}

/** The fields that a change puts words of its own in place of. */
export function replacedBy({ change, origins }: Pick<LocalChange, 'change' | 'origins'>): {
  readonly field: string;
  readonly text: Text | undefined;
  readonly origin: Origin | undefined;
}[] {
  return [
    ...(change.short ? [{ field: 'short', text: change.short, origin: origins.get('short') }] : []),
    ...(change.example ? [{ field: 'example', text: change.example.text, origin: origins.get('example') }] : []),
    ...POINT_LISTS.flatMap((list) =>
      (change[list]?.set ?? []).map((set) => ({
        field: `${list}.${set.id}`,
        text: set.text,
        origin: origins.get(`${list}.set.${set.id}`),
      })),
    ),
  ];
}

function driftOfDeletion(base: Composition, region: string, deletion: LocalDeletion): Drift[] {
  const { origin, keptEdition } = deletion;
  const common = { region, entry: deletion.entry, change: 'deletion', keptEdition, origin } as const;
  const entry = base.dated(deletion.entry)?.entry;
  if (!entry) return [{ ...common, kind: 'entry-gone', field: '', applied: false }];
  if (deletion.variant !== undefined) {
    const text = { 'zh-CN': deletion.variant };
    const words = sameWords(deletion.variant);
    return waysBelow(base, entry.id).some((way) => sameWords(way) === words)
      ? []
      : [{ ...common, kind: 'variant-gone', field: 'variants', old: { text }, applied: false }];
  }
  if (isFreshDeletion(deletion, entry)) return [];
  return driftOfDeletedWords(entry, deletion).map((drift) => ({ ...common, ...drift, applied: false }));
}

function driftOfDeletedWords(
  entry: Entry,
  deletion: LocalDeletion,
): Pick<Drift, 'kind' | 'field' | 'version' | 'old' | 'now'>[] {
  const now = fieldsOf(entry, deletion.period);
  const nowFields = new Set(now.map(({ field }) => field));
  const unread = now.filter(({ field, fingerprint }) => !deletion.writtenFor.get(field)?.includes(fingerprint));
  return [
    ...unread.map(({ field, version, was }) => {
      const old = oldOf(deletion.kept, field, version);
      return { kind: old.old ? ('changed' as const) : ('new' as const), field, version, ...old, now: was };
    }),
    ...deletion.kept
      .filter(({ field }) => !nowFields.has(field))
      .map(({ field, version, was }) => ({ kind: 'gone' as const, field, version, old: was })),
  ];
}

/** The kept words nearest to a version: of the same one, else of the last one before it, else the first. */
function oldOf(kept: readonly KeptWords[], field: string, version?: string): { readonly old?: Was } {
  const of = kept.filter((words) => words.field === field);
  const found =
    of.find((words) => words.version === version) ??
    of.findLast((words) => version === undefined || words.version <= version) ??
    of[0];
  return found ? { old: found.was } : {};
}

function pointIdsOf(version: Entry['versions'][number]): string[] {
  return POINT_LISTS.flatMap((list) => (version[list] ?? []).map((point) => point.id));
}
