/** How long a whole turn takes, from the message to the activity, and what start-up and memory cost. */
import { ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import { YaodianBot } from '../bot/conversation/index.ts';
import { createKnowledgeService } from '../bot/service/index.ts';
import { createWording } from '../bot/wording/index.ts';

const TURNS = 2000;
const WARM_UP = 200;

export async function run(): Promise<void> {
  const start = performance.now();
  const wording = await createWording('locales');
  const service = await createKnowledgeService({
    knowledgeDir: 'knowledge',
    dataDir: '',
    now: () => new Date(),
    watch: false,
  });
  const loaded = performance.now() - start;

  const { edition } = service.snapshot();
  const bot = new YaodianBot({
    service,
    wording,
    keeper: { keep: async () => {} },
    conversationState: new ConversationState(new MemoryStorage()),
    now: () => new Date(),
  });
  const adapter = new TestAdapter((turn) => bot.run(turn), { channelId: 'directline' });
  // Every way of asking in turn, a stride apart, so that no entry is asked twice in a row.
  const questions = Array.from(
    { length: TURNS + WARM_UP },
    (_, n) => edition.asked[(n * 7919) % edition.asked.length]?.text ?? '',
  );
  const times: number[] = [];
  for (const [n, text] of questions.entries()) {
    adapter.activeQueue.splice(0);
    const before = performance.now();
    await adapter.receiveActivity(text);
    if (n >= WARM_UP) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
  console.table({
    'knowledge and matcher loaded': `${loaded.toFixed(0)} ms`,
    'turn, median': at(0.5),
    'turn, p99': at(0.99),
    'memory (RSS)': `${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB`,
  });
  await service.close();
}
