/** The real server with the real edition on a free port, its data in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConversationState } from 'botbuilder';
import { type RunningServer, signingKey, startServer } from '../../bot/channels/index.ts';
import { mountPage } from '../../bot/channels/page/index.ts';
import { maskPersonalData, YaodianBot } from '../../bot/conversation/index.ts';
import { createNoteKeeper } from '../../bot/keep-notes.ts';
import { createKnowledgeService, type ReloadTiming } from '../../bot/service/index.ts';
import { type DurableStore, openStore } from '../../bot/store/index.ts';
import { createWording, type Wording } from '../../bot/wording/index.ts';

export interface Site {
  readonly address: string;
  readonly wording: Wording;
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

export interface SiteOptions {
  /** Keeps the data of a site that was closed before. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly knowledgeDir?: string;
  /** How soon changed files are taken up; default: as for everybody. */
  readonly timing?: ReloadTiming;
  /** Runs before each turn of the bot: a test makes it slow or fail. */
  readonly beforeTurn?: () => Promise<void>;
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
const PLENTY = 100_000;

export async function startSite({
  dataDir,
  port = 0,
  knowledgeDir = 'knowledge',
  timing,
  beforeTurn,
}: SiteOptions = {}): Promise<Site> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'yaodian-site-'));
  const now = () => new Date();
  const wording = await createWording('locales');
  const store: DurableStore = await openStore({ databaseUrl: undefined, dataDir: folder, now, log: SILENT });
  const service = await createKnowledgeService({ knowledgeDir, dataDir: folder, now, ...(timing ? { timing } : {}) });
  const conversationState = new ConversationState(store.state);
  const real = new YaodianBot({ service, wording, keeper: createNoteKeeper(store), conversationState, now });
  const limits = {
    requestsPerMinute: PLENTY,
    conversationsPerMinute: PLENTY,
    messagesPerMinute: PLENTY,
    openStreams: PLENTY,
  };
  const server = await startServer(
    {
      bot: {
        run: async (turn) => {
          await beforeTurn?.();
          await real.run(turn);
        },
      },
      service,
      store,
      wording,
      log: SILENT,
      now,
      limits,
      trustedProxies: 0,
      signingKey: signingKey(undefined, folder),
      credentials: undefined,
      sharedStore: false,
      mask: (text) => maskPersonalData(text).text,
      stopSeconds: 5,
      mountPage: (http, parts) =>
        mountPage(http, { ...parts, service, wording, store, limits, trustedProxies: 0, log: SILENT, now }),
    },
    port,
    '127.0.0.1',
  );
  return {
    address: `http://127.0.0.1:${server.port}`,
    wording,
    server,
    dataDir: folder,
    async close() {
      await server.close();
      await service.close();
      await store.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
