/**
 * Overlays as they are to be served. Each stands for itself: one that can't be read falls back to its last good
 * version, or is off, and no other region notices. A city is laid on what is served of its province.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../knowledge/index.ts';
import {
  type Composition,
  compactLayer,
  findDrift,
  findOverlayRegions,
  gatherOverlay,
  type Layer,
  layOver,
  type OverlaySource,
  readOverlay,
} from '../overlays/index.ts';
import type { LastGoodStore } from './last-good.ts';
import { unreadable } from './unreadable.ts';

export type OverlayState = 'live' | 'last-good' | 'draft' | 'off';

export interface LoadedOverlay {
  readonly region: string;
  readonly state: OverlayState;
  /** What is served, or would be if it were no draft. */
  readonly layer: Layer | undefined;
  /** The nation or province with this overlay on it, if it is served. */
  readonly composition: Composition;
  /** How many of its changes meet other words than those they were written for. */
  readonly drifted: number;
  /** Of the files as they are now; with `last-good` these are not the files that are served. */
  readonly problems: readonly Problem[];
}

export interface OverlayLoader {
  readonly knowledgeDir: string;
  readonly lastGood: LastGoodStore;
  readonly now: () => Date;
}

/** All overlays. Gives way to other work between two of them: a turn never waits for more than one. */
export async function loadOverlays(loader: OverlayLoader, national: Composition): Promise<Map<string, LoadedOverlay>> {
  const loaded = new Map<string, LoadedOverlay>();
  for (const region of findOverlayRegions(loader.knowledgeDir)) {
    const overlay = loadOverlay(loader, baseOf(region, loaded, national), region);
    if (overlay) loaded.set(region, overlay);
    await nextTurn();
  }
  return loaded;
}

/** One province and its cities anew, the others as they are. */
export async function reloadProvince(
  loader: OverlayLoader,
  national: Composition,
  known: ReadonlyMap<string, LoadedOverlay>,
  province: string,
): Promise<Map<string, LoadedOverlay>> {
  const loaded = new Map([...known].filter(([region]) => !isOf(region, province)));
  const found = findOverlayRegions(loader.knowledgeDir).filter((region) => isOf(region, province));
  for (const region of found) {
    const overlay = loadOverlay(loader, baseOf(region, loaded, national), region);
    if (overlay) loaded.set(region, overlay);
    await nextTurn();
  }
  for (const region of known.keys()) if (isOf(region, province) && !loaded.has(region)) loader.lastGood.remove(region);
  return new Map([...loaded].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isOf(region: string, province: string): boolean {
  return region === province || region.startsWith(`${province}/`);
}

/** What an overlay is laid on: the nation, or its province as far as it is loaded. */
export function baseOf(region: string, loaded: ReadonlyMap<string, LoadedOverlay>, national: Composition): Composition {
  const [province = '', city] = region.split('/');
  return (city === undefined ? undefined : loaded.get(province)?.composition) ?? national;
}

/** @returns undefined when there is no such overlay (any more) */
export function loadOverlay(loader: OverlayLoader, base: Composition, region: string): LoadedOverlay | undefined {
  let source: OverlaySource | undefined;
  let problems: readonly Problem[] = [];
  try {
    source = gatherOverlay(loader.knowledgeDir, region);
    if (!source) return undefined;
    const reading = readOverlay(source, base);
    problems = reading.problems;
    if (reading.layer) {
      const about = {
        version: reading.layer.manifest.version,
        edition: base.edition.manifest.version,
        savedAt: loader.now().toISOString(),
      };
      loader.lastGood.write(source, about);
      return served(base, region, reading.layer, 'live', problems);
    }
  } catch (error) {
    // Whatever is wrong with one overlay must stay with that one.
    problems = [unreadable(region, error)];
  }
  const lastGood = readLastGood(loader, base, region);
  if (lastGood) return served(base, region, lastGood, 'last-good', problems);
  return { region, state: 'off', layer: undefined, composition: base, drifted: 0, problems };
}

function readLastGood(loader: OverlayLoader, base: Composition, region: string): Layer | undefined {
  try {
    const source = loader.lastGood.read(region);
    return source ? readOverlay(source, base).layer : undefined;
  } catch {
    return undefined;
  }
}

function served(
  base: Composition,
  region: string,
  read: Layer,
  state: 'live' | 'last-good',
  problems: readonly Problem[],
): LoadedOverlay {
  const drifted = findDrift(base, read).length;
  const layer = compactLayer(read);
  const draft = layer.manifest.status === 'draft';
  return {
    region,
    state: draft ? 'draft' : state,
    layer,
    composition: draft ? base : layOver(base, layer),
    drifted,
    problems,
  };
}
