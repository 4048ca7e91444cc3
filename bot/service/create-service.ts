/** Loads the knowledge base and hands out the snapshot of the moment. */
import { loadEdition } from '../knowledge/index.ts';
import { createMatcher, createPlaceFinder } from '../matching/index.ts';
import { nationalView } from '../overlays/index.ts';
import type { Snapshot } from './snapshot.ts';

export interface KnowledgeService {
  readonly snapshot: () => Snapshot;
  /** For health: what is loaded and what is out of service. */
  readonly status: () => ServiceStatus;
  readonly close: () => Promise<void>;
}

export interface ServiceStatus {
  readonly edition: string;
  readonly loadedAt: string;
  readonly regions: readonly { readonly region: string; readonly version: string; readonly state: 'live' | 'last-good' | 'off' }[];
}

export interface ServiceOptions {
  readonly knowledgeDir: string;
  /** Where last good overlays are kept. */
  readonly dataDir: string;
  readonly now: () => Date;
}

/** @throws KnowledgeError with every problem when the edition itself is unusable: there is nothing to answer from then. */
export async function createKnowledgeService(options: ServiceOptions): Promise<KnowledgeService> {
  const edition = loadEdition(options.knowledgeDir);
  const national = nationalView(edition);
  const snapshot: Snapshot = {
    edition,
    matcher: createMatcher(edition),
    findPlaces: createPlaceFinder(edition),
    national,
    viewOf: () => national,
    loadedAt: options.now(),
  };
  return {
    snapshot: () => snapshot,
    status: () => ({ edition: national.version, loadedAt: snapshot.loadedAt.toISOString(), regions: [] }),
    close: async () => {},
  };
}
