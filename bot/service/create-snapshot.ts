/** Puts one consistent snapshot together. Views are made when a region is first asked for, and kept. */
import type { Edition } from '../knowledge/index.ts';
import type { FindPlaces, LocalWays, Matcher } from '../matching/index.ts';
import { createView, turningDays, type View } from '../overlays/index.ts';
import type { LoadedOverlay } from './load-overlays.ts';
import type { Snapshot } from './snapshot.ts';

export interface SnapshotParts {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly findPlaces: FindPlaces;
  readonly national: View;
  readonly overlays: ReadonlyMap<string, LoadedOverlay>;
  readonly now: () => Date;
}

const NO_WAYS: LocalWays = { added: [], hidden: new Set(), hiddenWays: [] };

export function createSnapshot({ overlays, now, ...parts }: SnapshotParts): Snapshot {
  const byCode = new Map<string, string>(
    [...overlays.values()].flatMap(({ region, layer }) =>
      layer?.cityCode ? [[`${region.split('/')[0]}/${layer.cityCode}`, region] as const] : [],
    ),
  );
  /** By region and stretch of days: nothing changes between two turning days. */
  const views = new Map<string, View>();
  const turning = new Map<string, readonly string[]>();
  const today = () => dayInChina(now());

  const overlayOf = (region: string): LoadedOverlay | undefined =>
    overlays.get(byCode.get(region) ?? region) ??
    // A city without an overlay of its own has that of its province.
    (region.includes('/') ? overlays.get(region.split('/')[0] ?? '') : undefined);

  const viewOf: Snapshot['viewOf'] = (region, day) => {
    const overlay = region === undefined ? undefined : overlayOf(region);
    const layers = overlay?.composition.layers ?? [];
    if (!overlay || layers.length === 0) return parts.national;
    const on = day ?? today();
    let days = turning.get(overlay.region);
    if (!days) {
      days = turningDays(layers);
      turning.set(overlay.region, days);
    }
    const stretch = days.filter((turn) => turn <= on).length;
    const key = `${overlay.region} ${stretch}`;
    let view = views.get(key);
    if (!view) {
      view = createView(parts.national, overlay.composition, on);
      views.set(key, view);
    }
    return view;
  };

  return {
    ...parts,
    viewOf,
    // A view holds all that matching needs to know of its region.
    localWays: (region, day) => {
      const view = viewOf(region, day);
      return view === parts.national ? NO_WAYS : view;
    },
    loadedAt: now(),
  };
}

/** The calendar day in Beijing, where every agency is: eight hours ahead all year round. */
function dayInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
