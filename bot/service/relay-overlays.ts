/**
 * Overlays on an edition that has changed under them. A corrected text concerns the overlays that speak of its entry;
 * the others are laid on the new edition as they are, so that a correction is live as soon with 365 overlays as with one.
 * Their own files are not looked at: if one has changed too, it is taken up for itself, when it is whole.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Asked, type Edition, sameWords } from '../knowledge/index.ts';
import { type Composition, type Layer, layOver } from '../overlays/index.ts';
import { baseOf, type LoadedOverlay, loadOverlay, type OverlayLoader } from './load-overlays.ts';

/** @param known the overlays on the edition before, provinces before their cities */
export async function relayOverlays(
  loader: OverlayLoader,
  national: Composition,
  known: ReadonlyMap<string, LoadedOverlay>,
  before: Edition,
): Promise<Map<string, LoadedOverlay>> {
  const corrected = findCorrected(before, national.edition);
  const laid = new Map<string, LoadedOverlay>();
  const read = new Set<string>();
  for (const [region, overlay] of known) {
    const base = baseOf(region, laid, national);
    const [province = ''] = region.split('/');
    const concerned = !corrected || !isSound(overlay) || read.has(province) || isConcerned(overlay.layer, corrected);
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

/** Parts of an edition that no overlay says anything about. */
const APART: ReadonlySet<keyof Edition> = new Set([
  'synonyms',
  'glossary',
  'cues',
  'neighbours',
  'traditionalOverrides',
  'ambiguousPlaces',
]);

interface Corrected {
  /** Entries that have come or gone, say something else or are asked for otherwise. */
  readonly entries: ReadonlySet<string>;
  /** The ways of asking that have come or gone, by `sameWords`. */
  readonly words: ReadonlySet<string>;
  /** Provinces written otherwise, whose overlays take names and codes of cities from them. */
  readonly regions: ReadonlySet<string>;
}

/** What is corrected in entries, their ways of asking and places; undefined where anything else has changed. */
function findCorrected(before: Edition, now: Edition): Corrected | undefined {
  const others = (Object.keys(now) as (keyof Edition)[]).filter(
    (part) => part !== 'entries' && part !== 'asked' && part !== 'regions' && !APART.has(part),
  );
  if (!others.every((part) => now[part] === before[part])) return undefined;
  const asked = changedWays(before.asked, now.asked);
  const ids = [...before.entries.keys(), ...now.entries.keys()];
  return {
    entries: new Set([
      ...ids.filter((id) => before.entries.get(id) !== now.entries.get(id)),
      ...asked.map(({ of }) => of),
    ]),
    words: new Set(asked.map(({ text }) => sameWords(text))),
    regions: new Set(before.regions === now.regions ? [] : changedRegions(before, now)),
  };
}

/** The file of all provinces is one: read anew, each is a new object, though most say the same. */
function changedRegions({ regions: was }: Edition, { regions: is }: Edition): string[] {
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids.filter((id) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)));
}

/** Ways that are in one list alone. Of a file that hasn't changed they are the same objects. */
function changedWays(before: readonly Asked[], now: readonly Asked[]): Asked[] {
  if (before === now) return [];
  const was = new Set(before);
  const came = now.filter((way) => !was.delete(way));
  const ids = (ways: Iterable<Asked>) => new Set([...ways].map(({ kind, of, text }) => `${kind} ${of} ${text}`));
  const gone = ids(was);
  const come = ids(came);
  return [...was, ...came].filter(({ kind, of, text }) => {
    const id = `${kind} ${of} ${text}`;
    return !(gone.has(id) && come.has(id));
  });
}

type Sound = LoadedOverlay & { readonly layer: Layer };

/** One with a problem, or on its last good version, may be mended by the new edition. */
function isSound(overlay: LoadedOverlay): overlay is Sound {
  const { layer, problems, state } = overlay;
  return layer !== undefined && problems.length === 0 && (state === 'live' || state === 'draft');
}

/** Whether an overlay changes one of the entries, or has a way of asking in words that the nation has or had. */
function isConcerned(
  { region, additions, refinements, deletions }: Layer,
  { entries, words, regions }: Corrected,
): boolean {
  if (regions.has(region.split('/')[0] ?? '')) return true;
  const own = [...additions.values()];
  const spokenOf = [
    ...additions.keys(),
    ...own.flatMap(({ entry }) => [...(entry.related ?? []), ...(entry.tests.misses ?? []).map(({ goes }) => goes)]),
    ...refinements.keys(),
    ...deletions.map(({ entry }) => entry),
  ];
  if (spokenOf.some((id) => entries.has(id))) return true;
  if (words.size === 0) return false;
  const ways = [
    ...own.flatMap(({ asked }) => asked),
    ...[...refinements.values()].flat().flatMap(({ change }) => change.variants ?? []),
  ];
  return ways.some((text) => words.has(sameWords(text)));
}
