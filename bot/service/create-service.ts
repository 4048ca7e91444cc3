/**
 * Loads the knowledge base, hands out the snapshot of the moment, and makes a new one when a file changes. A snapshot
 * is never changed: a turn that holds one is answered from it to the end.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Edition, KnowledgeError, loadEdition, type Problem, readEdition } from '../knowledge/index.ts';
import {
  createMatcher,
  createPlaceFinder,
  type FindPlaces,
  type Matcher,
  type MatchingModel,
  readModel,
} from '../matching/index.ts';
import { type Composition, nationalComposition, nationalView, type View } from '../overlays/index.ts';
import { createSnapshot } from './create-snapshot.ts';
import { findModel } from './find-model.ts';
import { createLastGoodStore } from './last-good.ts';
import {
  type LoadedOverlay,
  loadOverlays,
  type OverlayLoader,
  type OverlayState,
  reloadProvince,
} from './load-overlays.ts';
import { RELOAD_TIMING, type ReloadTiming } from './reload-timing.ts';
import { EDITION, scanFolder } from './scan-folder.ts';
import type { Snapshot } from './snapshot.ts';
import { unreadable } from './unreadable.ts';
import { type Taken, watchKnowledge } from './watch-knowledge.ts';

export interface KnowledgeService {
  readonly snapshot: () => Snapshot;
  /** For health: what is loaded and what is out of service. */
  readonly status: () => ServiceStatus;
  readonly close: () => Promise<void>;
}

export interface RegionStatus {
  readonly region: string;
  /** Of what is served; empty when nothing is. */
  readonly version: string;
  readonly state: OverlayState;
  /** Changes that meet other words than those they were written for. */
  readonly drifted: number;
  readonly problems: readonly Problem[];
}

export interface ServiceStatus {
  readonly edition: string;
  readonly loadedAt: string;
  /** Why the edition's files as they are now are not in service; empty when they are. */
  readonly editionProblems: readonly Problem[];
  readonly regions: readonly RegionStatus[];
}

/** For the log of the service: what was taken up, or why not. */
export interface ServiceEvent {
  /** `change-waits`: a file reads badly, perhaps because it is still being written; what was served is served on. */
  readonly kind: 'edition-live' | 'edition-kept' | 'overlay-changed' | 'overlay-removed' | 'change-waits';
  readonly region?: string;
  readonly state?: OverlayState;
  readonly version: string;
  readonly problems: readonly Problem[];
}

export interface ServiceOptions {
  readonly knowledgeDir: string;
  /** Where last good overlays are kept. */
  readonly dataDir: string;
  readonly now: () => Date;
  /** Take up changed files while running. Off for commands that answer once. */
  readonly watch?: boolean;
  readonly timing?: ReloadTiming;
  readonly onEvent?: (event: ServiceEvent) => void;
}

/** Everything that changes only with the edition. */
interface Base {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly findPlaces: FindPlaces;
  readonly national: View;
  readonly composition: Composition;
}

/** @throws KnowledgeError with every problem when the edition itself is unusable: there is nothing to answer from then. */
export async function createKnowledgeService(options: ServiceOptions): Promise<KnowledgeService> {
  const { knowledgeDir, now } = options;
  const loader: OverlayLoader = { knowledgeDir, lastGood: createLastGoodStore(options.dataDir), now };
  const watching = options.watch ?? true;
  const seen = watching ? await scanFolder(knowledgeDir) : new Map<string, string>();

  let base = createBase(loadEdition(knowledgeDir), readModel(knowledgeDir));
  let overlays: ReadonlyMap<string, LoadedOverlay> = await loadOverlays(loader, base.composition);
  let snapshot = createSnapshot({ ...base, overlays, now });
  let editionProblems: readonly Problem[] = [];
  const tell = (event: ServiceEvent) => options.onEvent?.(event);
  for (const overlay of overlays.values()) if (overlay.state !== 'live') tell(eventOf(overlay));

  async function takeEdition(last: boolean): Promise<Taken> {
    const { edition, problems } = readEditionSafely(knowledgeDir);
    if (!edition) {
      if (!last) {
        tell({ kind: 'change-waits', version: base.national.version, problems });
        return 'unfinished';
      }
      return () => {
        editionProblems = problems;
        tell({ kind: 'edition-kept', version: base.national.version, problems });
      };
    }
    const model = await findModel(edition, knowledgeDir);
    // Reading and matching each take a good part of a second; turns that came meanwhile go between them.
    await nextTurn();
    const next = createBase(edition, model);
    const laid = await loadOverlays(loader, next.composition);
    return () => {
      base = next;
      editionProblems = [];
      tell({ kind: 'edition-live', version: base.national.version, problems });
      swap(laid);
    };
  }

  async function takeProvince(province: string, last: boolean): Promise<Taken> {
    const laid = await reloadProvince(loader, base.composition, overlays, province);
    const worse = [...laid.values()].find(
      ({ region, problems }) =>
        isOf(region, province) && hasErrors(problems) && !hasErrors(overlays.get(region)?.problems ?? []),
    );
    if (!worse || last) return () => swap(laid);
    tell({ kind: 'change-waits', region: worse.region, version: '', problems: worse.problems });
    return 'unfinished';
  }

  function swap(laid: ReadonlyMap<string, LoadedOverlay>): void {
    const before = overlays;
    overlays = laid;
    snapshot = createSnapshot({ ...base, overlays, now });
    for (const [region, overlay] of laid) if (isNews(before.get(region), overlay)) tell(eventOf(overlay));
    for (const region of before.keys())
      if (!laid.has(region)) tell({ kind: 'overlay-removed', region, version: '', problems: [] });
  }

  const watcher = watching
    ? watchKnowledge({
        folder: knowledgeDir,
        timing: options.timing ?? RELOAD_TIMING,
        seen,
        take: (key, last) => (key === EDITION ? takeEdition(last) : takeProvince(key, last)),
      })
    : undefined;

  return {
    snapshot: () => snapshot,
    status: () => ({
      edition: snapshot.national.version,
      loadedAt: snapshot.loadedAt.toISOString(),
      editionProblems,
      regions: [...overlays.values()].map(({ region, state, layer, drifted, problems }) => ({
        region,
        version: layer ? String(layer.manifest.version) : '',
        state,
        drifted,
        problems,
      })),
    }),
    close: async () => watcher?.close(),
  };
}

function createBase(edition: Edition, model: MatchingModel | undefined): Base {
  return {
    edition,
    matcher: createMatcher(edition, model),
    findPlaces: createPlaceFinder(edition),
    national: nationalView(edition),
    composition: nationalComposition(edition),
  };
}

function readEditionSafely(folder: string): ReturnType<typeof readEdition> {
  try {
    return readEdition(folder);
  } catch (error) {
    const problems = error instanceof KnowledgeError ? error.problems : [unreadable(folder, error)];
    return { edition: undefined, problems };
  }
}

function isOf(region: string, province: string): boolean {
  return region === province || region.startsWith(`${province}/`);
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function isNews(before: LoadedOverlay | undefined, now: LoadedOverlay): boolean {
  return (
    before?.layer?.hash !== now.layer?.hash ||
    before?.state !== now.state ||
    before?.problems.length !== now.problems.length
  );
}

function eventOf({ region, state, layer, problems }: LoadedOverlay): ServiceEvent {
  return { kind: 'overlay-changed', region, state, version: layer ? String(layer.manifest.version) : '', problems };
}
