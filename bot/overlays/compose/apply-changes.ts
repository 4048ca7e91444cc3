/**
 * The dated changes of one layer laid on one entry. A replaced field cuts the version at the days of the change, so
 * that each day keeps its own words; an added point carries its days itself and cuts nothing.
 */
import type { Point, Version } from '../../knowledge/index.ts';
import type { LocalChange } from '../layer.ts';
import { covers, cutAt, overlapOf, type Period } from '../period.ts';
import { POINT_LISTS } from '../schema/overlay-files.ts';
import type { Origin } from '../view.ts';
import type { DatedEntry, DatedOrigin } from './dated-entry.ts';
import { isFreshExample, isFreshPoint, isFreshShort } from './is-fresh.ts';
import { placePoints } from './place-points.ts';

/** @returns the same object when there is nothing to apply */
export function applyChanges(base: DatedEntry, changes: readonly LocalChange[]): DatedEntry {
  if (changes.length === 0) return base;
  const origins = new Map<string, DatedOrigin[]>([...base.origins].map(([path, list]) => [path, [...list]]));
  const note: Note = (path, origin, period) => {
    if (!origin) return;
    const known = origins.get(path);
    if (known) known.push({ origin, period });
    else origins.set(path, [{ origin, period }]);
  };
  const versions = base.entry.versions.flatMap((version) => {
    const here = changes.filter((change) => overlapOf(change.period, version) !== undefined);
    const replacing = here.filter((change) => replacesIn(change, version));
    return cutAt(
      version,
      replacing.map((change) => change.period),
    ).map((piece) => {
      const cut = { ...version, from: piece.from ?? version.from, until: piece.until };
      const active = replacing.filter((change) => covers(change.period, piece));
      const replaced = active.reduce((at, change) => replaceFields(at, change, note), trimPoints(cut));
      return here.reduce((at, change) => addPoints(at, change, note), replaced);
    });
  });
  return { entry: { ...base.entry, versions }, origins };
}

type Note = (path: string, origin: Origin | undefined, period: Period) => void;

function replacesIn(local: LocalChange, version: Version): boolean {
  const { change } = local;
  return (
    (change.short !== undefined && isFreshShort(local, version)) ||
    (change.example !== undefined && isFreshExample(local, version.example)) ||
    POINT_LISTS.some((list) =>
      (change[list]?.set ?? []).some((set) =>
        (version[list] ?? []).some((point) => point.id === set.id && isFreshPoint(local, list, point)),
      ),
    )
  );
}

function replaceFields(version: Version, local: LocalChange, note: Note): Version {
  const { change, origins } = local;
  const next: Version = { ...version };
  const period = { from: version.from, until: version.until };
  if (change.short !== undefined && isFreshShort(local, version)) {
    next.short = change.short;
    note('short', origins.get('short'), period);
  }
  if (change.example !== undefined && isFreshExample(local, version.example)) {
    next.example = change.example;
    note('example', origins.get('example'), period);
  }
  for (const list of POINT_LISTS) {
    const sets = change[list]?.set;
    const points = version[list];
    if (!sets || !points) continue;
    next[list] = points.map((point) => {
      const set = sets.find(({ id }) => id === point.id);
      if (!set || !isFreshPoint(local, list, point)) return point;
      note(`${list}.${point.id}`, origins.get(`${list}.set.${point.id}`), period);
      return { ...point, ...set };
    });
  }
  return next;
}

function addPoints(version: Version, { change, origins, period }: LocalChange, note: Note): Version {
  const next: Version = { ...version };
  for (const list of POINT_LISTS) {
    const edits = change[list];
    if (!edits?.append && !edits?.insertAfter) continue;
    const taken = new Set(POINT_LISTS.flatMap((other) => (version[other] ?? []).map((point) => point.id)));
    const dated = <P extends Point>(points: readonly P[] | undefined, how: string): P[] =>
      (points ?? []).flatMap((point) => {
        const days = overlapOf(overlapOf(period, point) ?? NEVER, version);
        // The edition has taken the id for a point of its own since: its point stands, drift tells of ours.
        if (!days || taken.has(point.id)) return [];
        note(`${list}.${point.id}`, origins.get(`${list}.${how}.${point.id}`), days);
        return [onlyOn(point, days, version)];
      });
    const appended = dated(edits.append, 'append');
    const inserted = dated(edits.insertAfter, 'insertAfter').map(({ after, ...point }) => ({ after, point }));
    if (appended.length + inserted.length > 0)
      next[list] = placePoints([...(version[list] ?? []), ...appended], inserted);
  }
  return next;
}

/** A stretch before all days. */
const NEVER: Period = { from: '0000-01-02', until: '0000-01-01' };

/** Days are written on a point only where they are fewer than those of its version. */
function onlyOn<P extends Point>(point: P, days: Period, version: Version): P {
  const { from: _from, until: _until, ...rest } = point;
  return {
    ...(rest as P),
    ...(days.from === undefined || days.from === version.from ? {} : { from: days.from }),
    ...(days.until === undefined || days.until === version.until ? {} : { until: days.until }),
  };
}

/** After a cut, points that hold on no day of the piece are left out. */
function trimPoints(version: Version): Version {
  const next = { ...version };
  for (const list of POINT_LISTS) {
    const points = version[list];
    if (points?.some((point) => overlapOf(point, version) === undefined))
      next[list] = points.filter((point) => overlapOf(point, version) !== undefined);
  }
  return next;
}
