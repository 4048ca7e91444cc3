/**
 * `npm run overlay -- status | check [REGION] | show REGION [ENTRY] [--as-of DAY] | diff REGION | drift REGION |
 * accept REGION ENTRY --reviewer NAME | impact REGION [--questions FILE] | new REGION [--city NAME]`
 * What an editor of a province needs to see and do. `--lang`, `--knowledge FOLDER` and `--data FOLDER` go with each.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KnowledgeError } from '../knowledge/index.ts';
import { createWording, sayProblem } from '../wording/index.ts';
import { readCliSettings } from './cli-settings.ts';
import { type OverlayCommand, UsageError } from './overlay/command.ts';

/** Loaded when asked for: most of them need no matcher and answer at once without it. */
const COMMANDS: Readonly<Record<string, () => Promise<OverlayCommand>>> = {
  status: async () => (await import('./overlay/status.ts')).status,
  check: async () => (await import('./overlay/check.ts')).check,
  show: async () => (await import('./overlay/show.ts')).show,
  diff: async () => (await import('./overlay/diff.ts')).diff,
  drift: async () => (await import('./overlay/drift.ts')).drift,
  accept: async () => (await import('./overlay/accept.ts')).accept,
  impact: async () => (await import('./overlay/impact.ts')).impact,
  new: async () => (await import('./overlay/scaffold.ts')).scaffold,
};

const OPTIONS = {
  'as-of': { type: 'string' },
  reviewer: { type: 'string' },
  questions: { type: 'string' },
  city: { type: 'string' },
  lang: { type: 'string' },
  knowledge: { type: 'string' },
  data: { type: 'string' },
} as const;

/** Asked loosely first, for the language in which to say that an option is unknown. */
const { values: loose } = parseArgs({ options: OPTIONS, allowPositionals: true, strict: false });
const settings = readCliSettings(typeof loose.lang === 'string' ? loose.lang : undefined);
const say = (await createWording(settings.localesDir)).in(settings.language);

try {
  const { values, positionals } = readArguments();
  const [name = '', ...operands] = positionals;
  const load = COMMANDS[name];
  if (!load) throw new UsageError('usage');
  const command = await load();
  process.exitCode = await command({
    operands,
    options: values,
    knowledgeDir: values.knowledge ?? settings.knowledgeDir,
    dataDir: values.data ?? process.env.DATA_DIR ?? path.resolve('data'),
    language: settings.language,
    now: new Date(),
    say: (key, facts) => say(`overlay:${key}`, facts),
    sayProblem: (problem) => sayProblem(problem, say),
    print: (line) => console.log(line),
  });
} catch (error) {
  if (error instanceof UsageError) console.error(say(`overlay:${error.key}`, error.facts));
  else if (error instanceof KnowledgeError)
    console.error(error.problems.map((problem) => sayProblem(problem, say)).join('\n\n'));
  else throw error;
  process.exitCode = 2;
}

/** @throws UsageError for an option that there is none of */
function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch {
    throw new UsageError('usage');
  }
}
