/** A whole server on a port of its own, with a bot that repeats what it hears, a real database, and a clock to turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ActivityHandler, ActivityTypes, type TurnContext } from 'botbuilder';
import { type RunningServer, type ServerOptions, startServer } from '../../bot/channels/index.ts';
import { maskPersonalData } from '../../bot/conversation/index.ts';
import type { KnowledgeService } from '../../bot/service/index.ts';
import { createDurableStore, type DurableStore, openSqlite } from '../../bot/store/index.ts';
import { createWording } from '../../bot/wording/index.ts';

/** Says again what it hears; some words make it slow or fail. */
export class EchoBot extends ActivityHandler {
  /** What it heard, as it heard it. */
  readonly heard: string[] = [];
  #open: () => void = () => {};
  #gate = new Promise<void>((open) => {
    this.#open = open;
  });
  readonly #reached: (() => void)[] = [];

  constructor() {
    super();
    this.onMembersAdded(async (context, next) => {
      await context.sendActivity(`您好 ${context.activity.locale ?? ''}`.trim());
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.#answer(context);
      await next();
    });
  }

  /** Lets every turn go on that waits at “等”. */
  openGate(): void {
    this.#open();
  }

  /** Resolves when a turn waits at “等”. */
  waiting(): Promise<void> {
    return new Promise((done) => this.#reached.push(done));
  }

  async #answer(context: TurnContext): Promise<void> {
    const { text = '' } = context.activity;
    this.heard.push(text);
    if (text === '等') {
      for (const tell of this.#reached.splice(0)) tell();
      await this.#gate;
    }
    if (text === '错') throw new Error(`secret words of ${text}`);
    await context.sendActivity({ type: ActivityTypes.Typing });
    await context.sendActivity({ type: ActivityTypes.Message, text: `你说：${text}` });
  }
}

export interface TestServer {
  readonly bot: EchoBot;
  readonly store: DurableStore;
  readonly origin: string;
  readonly running: RunningServer;
  /** Every line that was logged. */
  readonly logged: string[];
  readonly advance: (seconds: number) => void;
  /** Stops it in good order and starts it again on the same data. */
  readonly restart: () => Promise<TestServer>;
  readonly close: () => Promise<void>;
}

export interface TestServerOptions extends Partial<ServerOptions> {
  readonly folder?: string;
  readonly startAt?: Date;
}

const SERVICE: KnowledgeService = {
  snapshot: () => {
    throw new Error('these tests ask nothing of the knowledge base');
  },
  status: () => ({
    edition: 'national 2026.11',
    loadedAt: '2026-11-20T00:00:00.000Z',
    editionProblems: [],
    regions: [],
  }),
  close: async () => {},
};

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'yaodian-server-'));
  let clock = options.startAt ?? new Date('2026-11-20T08:00:00Z');
  const now = () => clock;
  const logged: string[] = [];
  const write = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const bot = new EchoBot();
  const database = await openSqlite(path.join(folder, 'store.sqlite'), now);
  const store = options.store ?? (await createDurableStore({ open: async () => database, now, log }));
  const running = await startServer(
    {
      bot,
      service: SERVICE,
      wording: await createWording('locales'),
      log,
      now,
      limits: { requestsPerMinute: 10_000, conversationsPerMinute: 1_000, messagesPerMinute: 1_000, openStreams: 100 },
      trustedProxies: 0,
      signingKey: 'a key for tests that is long enough to sign',
      credentials: undefined,
      sharedStore: false,
      mask: (text) => maskPersonalData(text).text,
      stopSeconds: 10,
      ...options,
      store,
    },
    0,
    '127.0.0.1',
  );
  const stop = async () => {
    bot.openGate();
    await running.close();
    await store.close();
  };
  return {
    bot,
    store,
    running,
    logged,
    origin: `http://127.0.0.1:${running.port}`,
    advance: (seconds) => {
      clock = new Date(clock.getTime() + seconds * 1_000);
    },
    async restart() {
      await stop();
      return await startTestServer({ ...options, store: undefined, folder, startAt: clock });
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
