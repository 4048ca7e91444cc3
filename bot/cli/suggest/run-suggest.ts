/** The command line → a command, with what it needs around it: words, knowledge, store, and errors told in words. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayInChina, maskPersonalData } from '../../conversation/index.ts';
import { KnowledgeError, loadEdition } from '../../knowledge/index.ts';
import { createMatcher, readModel } from '../../matching/index.ts';
import { explainStart } from '../../say-start.ts';
import { readSettings, SettingsError } from '../../settings.ts';
import { type DurableStore, openStore } from '../../store/index.ts';
import { gatherAsked, makeSuggestions, maskAgain } from '../../suggestions/index.ts';
import { createWording, type Say, sayProblem } from '../../wording/index.ts';
import { readCliSettings } from '../cli-settings.ts';
import { accept } from './accept.ts';
import { type SuggestCommand, type SuggestInput, UsageError } from './command.ts';
import { dismiss } from './dismiss.ts';
import { list } from './list.ts';

const COMMANDS: Readonly<Record<string, SuggestCommand>> = { list, accept, dismiss };

const OPTIONS = {
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
} as const;

export interface Surroundings extends Pick<SuggestInput, 'print' | 'printTable'> {
  /** Where errors are told. */
  readonly tell: (line: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: () => Date;
}

type Values = ReturnType<typeof readArguments>['values'];

/** @param args what follows the program's name @returns the exit code: 0 done, 1 refused, 2 not possible as called */
export async function runSuggest(args: readonly string[], around: Surroundings): Promise<number> {
  const { values: loose } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false });
  const settings = readCliSettings(typeof loose.lang === 'string' ? loose.lang : undefined, around.environment);
  const say = (await createWording(settings.localesDir)).in(settings.language);
  try {
    const { values, positionals } = readArguments(args);
    const [name = 'list', ...operands] = positionals;
    const command = COMMANDS[name];
    if (!command) throw new UsageError('usage');
    return await withInput(values, around, say, (input) => command({ ...input, operands }));
  } catch (error) {
    around.tell(explain(error, say));
    return 2;
  }
}

/** @throws UsageError for an option that there is none of */
function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    throw new UsageError('usage');
  }
}

async function withInput(
  values: Values,
  { environment, now, print, printTable }: Surroundings,
  say: Say,
  work: (input: Omit<SuggestInput, 'operands'>) => Promise<number>,
): Promise<number> {
  const cli = readCliSettings(values.lang, environment);
  const server = readSettings(environment);
  const dataDir = values.data ?? server.dataDir;
  const databaseUrl = values.data === undefined ? server.databaseUrl : undefined;
  const knowledgeDir = values.knowledge ?? cli.knowledgeDir;
  const edition = loadEdition(knowledgeDir);
  const model = readModel(knowledgeDir);
  const matcher = createMatcher(edition, model);
  const mask = (text: string) => maskPersonalData(text).text;
  const store = await openExisting(databaseUrl, dataDir, now);
  try {
    const kept = { questions: await store.openQuestions(), feedback: await store.feedbackSince('') };
    const asked = gatherAsked(kept, mask);
    return await work({
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
      language: cli.language,
      today: dayInChina(now()),
      storeName: databaseUrl === undefined ? dataDir : 'PostgreSQL',
      say: (key, facts) => say(`suggest:${key}`, facts),
      sayAny: say,
      sayProblem: (problem) => sayProblem(problem, say),
      print,
      printTable,
    });
  } finally {
    await store.close();
  }
}

/** A store that is away would look like one in which nothing waits, and an empty one is made where there is none. */
async function openExisting(databaseUrl: string | undefined, dataDir: string, now: () => Date): Promise<DurableStore> {
  if (databaseUrl === undefined && !existsSync(dataDir)) throw new UsageError('noStore', { folder: dataDir });
  const store = await openStore({ databaseUrl, dataDir, now, log: { warn: () => {}, info: () => {} } });
  if (store.health().state === 'ok') return store;
  await store.close();
  throw new UsageError('storeAway');
}

/** @throws what is no fault of who called it */
function explain(error: unknown, say: Say): string {
  if (error instanceof UsageError) return say(`suggest:${error.key}`, error.facts);
  if (error instanceof SettingsError) return explainStart(error, say);
  if (error instanceof KnowledgeError) return error.problems.map((problem) => sayProblem(problem, say)).join('\n\n');
  throw error;
}
