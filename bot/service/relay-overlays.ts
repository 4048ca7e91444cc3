/**
 * Overlays on an edition that has changed under them. A corrected text concerns the overlays that speak of its entry;
 * the others are laid on the new edition as they are, so that a correction is live as soon with 365 overlays as with one.
 * Their own files are not looked at: if one has changed too, it is taken up for itself, when it is whole.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Edition } from '../knowledge/index.ts';
import { type Composition, type Layer, layOver } from '../overlays/index.ts';
import { baseOf, type LoadedOverlay, loadOverlay, type OverlayLoader } from './load-overlays.ts';

/** @param known the overlays on the edition before, provinces before their cities */
export async function relayOverlays(
  loader: OverlayLoader,
  national: Composition,
  known: ReadonlyMap<string, LoadedOverlay>,
  before: Edition,
): Promise<Map<string, LoadedOverlay>> {
  const corrected = correctedEntries(before, national.edition);
  const laid = new Map<string, LoadedOverlay>();
  const read = new Set<string>();
  for (const [region, overlay] of known) {
    const base = baseOf(region, laid, national);
    const [province = ''] = region.split('/');
    const concerned = !corrected || !isSound(overlay) || read.has(province) || speaksOf(overlay.layer, corrected);
    if (!concerned) {
      const composition = overlay.state === 'draft' ? base : layOver(base, overlay.layer);
      laid.set(region, { ...overlay, composition });
      continue;
    }
    read.add(region);
    const anew = loadOverlay(loader, base, region);
    if (anew) laid.set(region, anew);
    await nextTurn();
  }
  return laid;
}

/** Entries that are there before and now and say something else; undefined where anything but that has changed. */
function correctedEntries(before: Edition, now: Edition): ReadonlySet<string> | undefined {
  const { entries: was, ...partsBefore } = before;
  const { entries: is, ...partsNow } = now;
  const same = (Object.keys(partsNow) as (keyof typeof partsNow)[]).every(
    (part) => partsNow[part] === partsBefore[part],
  );
  if (!same || was.size !== is.size || ![...is.keys()].every((id) => was.has(id))) return undefined;
  return new Set([...is].filter(([id, entry]) => was.get(id) !== entry).map(([id]) => id));
}

type Sound = LoadedOverlay & { readonly layer: Layer };

/** One with a problem, or on its last good version, may be mended by the new edition. */
function isSound(overlay: LoadedOverlay): overlay is Sound {
  const { layer, problems, state } = overlay;
  return layer !== undefined && problems.length === 0 && (state === 'live' || state === 'draft');
}

function speaksOf({ additions, refinements, deletions }: Layer, entries: ReadonlySet<string>): boolean {
  const spokenOf = [...additions.keys(), ...refinements.keys(), ...deletions.map(({ entry }) => entry)];
  return spokenOf.some((id) => entries.has(id));
}
