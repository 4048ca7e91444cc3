/**
 * Loads the knowledge base, hands out the snapshot of the moment, and makes a new one when a file changes. A snapshot
 * is never changed: a turn that holds one is answered from it to the end.
 */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createEditionReader, type EditionReading, KnowledgeError, type Problem } from '../knowledge/index.ts';
import { createBase } from './base.ts';
import { createSnapshot } from './create-snapshot.ts';
import { createModelFinder } from './find-model.ts';
import { createLastGoodStore } from './last-good.ts';
import {
  type LoadedOverlay,
  loadOverlays,
  type OverlayLoader,
  type OverlayState,
  reloadProvince,
} from './load-overlays.ts';
import { relayOverlays } from './relay-overlays.ts';
import { RELOAD_TIMING, type ReloadTiming } from './reload-timing.ts';
import { EDITION, type FolderKey, scanFolder } from './scan-folder.ts';
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

/** @throws KnowledgeError with every problem when the edition itself is unusable: there is nothing to answer from then. */
export async function createKnowledgeService(options: ServiceOptions): Promise<KnowledgeService> {
  const { knowledgeDir, now } = options;
  const loader: OverlayLoader = { knowledgeDir, lastGood: createLastGoodStore(options.dataDir), now };
  const watching = options.watch ?? true;
  const seen = watching ? (await scanFolder(knowledgeDir)).signatures : new Map<string, string>();

  const readEdition = createEditionReader(knowledgeDir);
  const models = createModelFinder(knowledgeDir);

  const first = mustBeRead(readEdition());
  let base = createBase(first, models.find(first));
  let overlays: ReadonlyMap<string, LoadedOverlay> = await loadOverlays(loader, base.composition);
  let snapshot = createSnapshot({ ...base, overlays, now });
  let editionProblems: readonly Problem[] = [];
  const tell = (event: ServiceEvent) => options.onEvent?.(event);
  for (const overlay of overlays.values()) if (overlay.state !== 'live') tell(eventOf(overlay));

  async function takeEdition(last: boolean): Promise<Taken> {
    const { edition, problems } = readEdition();
    if (!edition) return keepEdition(problems, last);
    // Reading takes a while, and so does matching where its words have changed; turns that came meanwhile go between.
    await nextTurn();
    const next = createBase(edition, models.find(edition), base);
    await nextTurn();
    const laid = await relayOverlays(loader, next.composition, overlays, base.edition);
    return () => {
      base = next;
      editionProblems = [];
      tell({ kind: 'edition-live', version: base.national.version, problems });
      swap(laid);
      improve();
    };
  }

  /** An entry that the model doesn't know is answered by its ways of asking alone, until it has been learnt. */
  function improve(): void {
    if (watcher) models.improve(base.edition, () => watcher.again(EDITION));
  }

  function keepEdition(problems: readonly Problem[], last: boolean): Taken {
    const { version } = base.national;
    if (!last) {
      tell({ kind: 'change-waits', version, problems });
      return 'unfinished';
    }
    return () => {
      editionProblems = problems;
      tell({ kind: 'edition-kept', version, problems });
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

  /** A damaged model, a folder that vanishes while it is listed: what is served is served on, and it is told. */
  async function take(key: FolderKey, last: boolean): Promise<Taken> {
    try {
      return await (key === EDITION ? takeEdition(last) : takeProvince(key, last));
    } catch (error) {
      const problems = [unreadable(path.join(knowledgeDir, key === EDITION ? '' : `overlays/${key}`), error)];
      if (key === EDITION) return keepEdition(problems, last);
      tell({ kind: 'change-waits', region: key, version: '', problems });
      return last ? () => {} : 'unfinished';
    }
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
        take,
      })
    : undefined;
  improve();

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
    close: async () => {
      models.close();
      await watcher?.close();
    },
  };
}

function mustBeRead({ edition, problems }: EditionReading) {
  if (!edition) throw new KnowledgeError(problems.filter(({ severity }) => severity === 'error'));
  return edition;
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
