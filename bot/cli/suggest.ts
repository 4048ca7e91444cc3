/**
 * `npm run suggest [-- --since DAY] [--least N] [--json]` · `… accept ID --voice VOICE [--to ENTRY]` · `… dismiss ID`
 * What people asked and nothing answered, as suggestions for an editor. `--lang`, `--knowledge FOLDER` and
 * `--data FOLDER` go with each.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayInChina, maskPersonalData } from '../conversation/index.ts';
import { KnowledgeError, loadEdition } from '../knowledge/index.ts';
import { createMatcher, readModel } from '../matching/index.ts';
import { explainStart } from '../say-start.ts';
import { loadDotEnv, readSettings, SettingsError } from '../settings.ts';
import { type DurableStore, openStore } from '../store/index.ts';
import { gatherAsked, makeSuggestions, maskAgain } from '../suggestions/index.ts';
import { createWording, sayProblem } from '../wording/index.ts';
import { readCliSettings } from './cli-settings.ts';
import { accept } from './suggest/accept.ts';
import { type SuggestCommand, UsageError } from './suggest/command.ts';
import { dismiss } from './suggest/dismiss.ts';
import { list } from './suggest/list.ts';

const COMMANDS: Readonly<Record<string, SuggestCommand>> = { list, accept, dismiss };

const { values, positionals } = parseArgs({
  options: {
    since: { type: 'string' },
    least: { type: 'string' },
    json: { type: 'boolean' },
    to: { type: 'string' },
    voice: { type: 'string' },
    style: { type: 'string' },
    text: { type: 'string' },
    evaluate: { type: 'string' },
    anyway: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    lang: { type: 'string' },
    knowledge: { type: 'string' },
    data: { type: 'string' },
  },
  allowPositionals: true,
});
const [name = 'list', ...operands] = positionals;
loadDotEnv();
const settings = readCliSettings(values.lang);
const say = (await createWording(settings.localesDir)).in(settings.language);

try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof UsageError) console.error(say(`suggest:${error.key}`, error.facts));
  else if (error instanceof SettingsError) console.error(explainStart(error, say));
  else if (error instanceof KnowledgeError)
    console.error(error.problems.map((problem) => sayProblem(problem, say)).join('\n\n'));
  else throw error;
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const command = COMMANDS[name];
  if (!command) throw new UsageError('usage');
  const serverSettings = readSettings(process.env);
  const dataDir = values.data ?? serverSettings.dataDir;
  const databaseUrl = values.data === undefined ? serverSettings.databaseUrl : undefined;
  const knowledgeDir = values.knowledge ?? settings.knowledgeDir;
  const edition = loadEdition(knowledgeDir);
  const model = readModel(knowledgeDir);
  const store = await openExisting(databaseUrl, dataDir);
  try {
    const mask = (text: string) => maskPersonalData(text).text;
    const kept = { questions: await store.openQuestions(), feedback: await store.feedbackSince('') };
    const asked = gatherAsked(kept, mask);
    const matcher = createMatcher(edition, model);
    return await command({
      operands,
      options: values,
      knowledgeDir,
      edition,
      model,
      store,
      suggestions: (since = '') => {
        const recent = asked.filter(({ at }) => dayInChina(new Date(at)) >= since);
        return makeSuggestions(recent, { edition, matcher });
      },
      mask: (text) => maskAgain(text, mask),
      language: settings.language,
      today: dayInChina(new Date()),
      storeName: databaseUrl === undefined ? dataDir : 'PostgreSQL',
      say: (key, facts) => say(`suggest:${key}`, facts),
      sayAny: say,
      sayProblem: (problem) => sayProblem(problem, say),
      print: (line) => console.log(line),
      printTable: (rows) => console.table(rows),
      tell: (line) => console.error(line),
    });
  } finally {
    await store.close();
  }
}

/** A store that is away would look like one in which nothing waits. */
async function openExisting(databaseUrl: string | undefined, dataDir: string): Promise<DurableStore> {
  if (databaseUrl === undefined && !existsSync(dataDir)) throw new UsageError('noStore', { folder: dataDir });
  const store = await openStore({
    databaseUrl,
    dataDir,
    now: () => new Date(),
    log: { warn: () => {}, info: () => {} },
  });
  if (store.health().state === 'ok') return store;
  await store.close();
  throw new UsageError('storeAway');
}
