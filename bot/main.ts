/**
 * `npm start`: settings → store → knowledge → bot → server, and back when told to stop. What keeps it from starting is
 * told to the operator in words, with what to do.
 */
import path from 'node:path';
import { ConversationState } from 'botbuilder';
import pino, { type Logger } from 'pino';
import { errorFacts, mountPage, type RunningServer, signingKey, startServer } from './channels/index.ts';
import { maskPersonalData, YaodianBot } from './conversation/index.ts';
import { createNoteKeeper } from './keep-notes.ts';
import { createReminderKeeper } from './keep-reminders.ts';
import { logKnowledge } from './log-knowledge.ts';
import { addressesOf, explainStart } from './say-start.ts';
import { createKnowledgeService, type KnowledgeService } from './service/index.ts';
import { loadDotEnv, readSettings, type Settings } from './settings.ts';
import { type DurableStore, openStore, startRetention } from './store/index.ts';
import { createWording, type Say, type Wording } from './wording/index.ts';

const now = () => new Date();
const wording = await createWording(path.resolve(import.meta.dirname, '../locales'));
const say: Say = wording.in(process.env.LANG?.startsWith('zh') ? 'zh-CN' : 'en');

try {
  loadDotEnv();
  await start(readSettings(process.env), wording);
} catch (error) {
  console.error(explainStart(error, say));
  process.exit(1);
}

async function start(settings: Settings, wording: Wording): Promise<void> {
  const log = pino({ level: settings.logLevel });
  const { dataDir, knowledgeDir, databaseUrl } = settings;
  const service = await createKnowledgeService({
    knowledgeDir,
    dataDir,
    now,
    onEvent: (event) => logKnowledge(log, event),
  });
  const store = await openStore({ databaseUrl, dataDir, now, log });
  const reminders = createReminderKeeper(store);
  const bot = new YaodianBot({
    service,
    wording,
    keeper: createNoteKeeper(store),
    reminders,
    conversationState: new ConversationState(store.state),
    now,
  });
  const server = await startServer(
    {
      bot,
      service,
      store,
      wording,
      log,
      now,
      limits: settings.limits,
      trustedProxies: settings.trustedProxies,
      signingKey: signingKey(settings.directLineSecret, dataDir),
      credentials: settings.credentials,
      sharedStore: databaseUrl !== undefined,
      mask: (text) => maskPersonalData(text).text,
      stopSeconds: settings.stopSeconds,
      reminders: { keeper: reminders, send: (context, reminder) => bot.remind(context, reminder) },
      mountPage,
    },
    settings.port,
    settings.host,
  );
  const stopRetention = startRetention(store, { ...settings, now, log });
  stopOnSignal({ server, service, store, log, stopRetention });

  const { address, network } = addressesOf(server.port, settings.host);
  const seconds = process.uptime().toFixed(1);
  log.info({ seconds: Number(seconds), edition: service.status().edition }, 'started');
  console.log(say('settings:ready', { address, seconds }));
  if (network !== undefined) console.log(say('settings:network', { address: network }));
}

interface Running {
  readonly server: RunningServer;
  readonly service: KnowledgeService;
  readonly store: DurableStore;
  readonly log: Logger;
  readonly stopRetention: () => void;
}

/** Stops once, however often it is told: npm and the terminal both pass a Ctrl-C on. */
function stopOnSignal({ server, service, store, log, stopRetention }: Running): void {
  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    stopRetention();
    const left = await server.close();
    await service.close();
    const { lost } = store.health();
    await store.close();
    log.info({ turnsLeft: left, writesLost: lost, writesWaiting: store.health().waiting }, 'stopped');
    process.exit(exitCode);
  };
  const stopOrDie = (exitCode: number) => {
    stop(exitCode).catch((error: unknown) => {
      log.error(errorFacts(error), 'stop failed');
      process.exit(1);
    });
  };
  process.on('SIGTERM', () => stopOrDie(0));
  process.on('SIGINT', () => stopOrDie(0));
  // A bug: what is under way is finished, and whoever watches starts it again. Node's own words might quote a message.
  process.on('uncaughtException', (error) => {
    log.fatal(errorFacts(error), 'uncaught');
    stopOrDie(1);
  });
}
