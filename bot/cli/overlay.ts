/**
 * `npm run overlay -- status | check [REGION] | show REGION [ENTRY] [--as-of DAY] | diff REGION | drift REGION |
 * accept REGION ENTRY --reviewer NAME | impact REGION [--questions FILE] | new REGION [--city NAME] | schema`
 * What an editor of a province needs to see and do. `--lang`, `--knowledge FOLDER` and `--data FOLDER` go with each.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KnowledgeError } from '../knowledge/index.ts';
import { createWording, sayProblem } from '../wording/index.ts';
import { readCliSettings } from './cli-settings.ts';
import { accept } from './overlay/accept.ts';
import { check } from './overlay/check.ts';
import { type OverlayCommand, UsageError } from './overlay/command.ts';
import { diff } from './overlay/diff.ts';
import { drift } from './overlay/drift.ts';
import { impact } from './overlay/impact.ts';
import { scaffold } from './overlay/scaffold.ts';
import { show } from './overlay/show.ts';
import { status } from './overlay/status.ts';
import { writeSchemas } from './overlay/write-schemas.ts';

const COMMANDS: Readonly<Record<string, OverlayCommand>> = {
  status,
  check,
  show,
  diff,
  drift,
  accept,
  impact,
  new: scaffold,
  schema: writeSchemas,
};

const { values, positionals } = parseArgs({
  options: {
    'as-of': { type: 'string' },
    reviewer: { type: 'string' },
    questions: { type: 'string' },
    city: { type: 'string' },
    lang: { type: 'string' },
    knowledge: { type: 'string' },
    data: { type: 'string' },
  },
  allowPositionals: true,
});
const settings = readCliSettings(values.lang);
const say = (await createWording(settings.localesDir)).in(settings.language);
const [name = '', ...operands] = positionals;

try {
  const command = COMMANDS[name];
  if (!command) throw new UsageError('usage');
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
