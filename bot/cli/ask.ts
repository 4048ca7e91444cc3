/**
 * `npm run ask -- "问题" [--province guangdong] [--hukou henan] [--lang en] [--as-of 2010-06-01] [--json] [--explain]`
 * One question, one answer, from the same turn that the channels take.
 */
import path from 'node:path';
import { askOnce, UnknownSettingError } from '../conversation/index.ts';
import { KnowledgeError } from '../knowledge/index.ts';
import { explainMatch } from '../matching/index.ts';
import { createKnowledgeService } from '../service/index.ts';
import { type Say, sayProblem } from '../wording/index.ts';
import { openCommand } from './open-command.ts';

/** The command was called in a way it cannot be. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const { values, positionals, settings, wording, say } = await openCommand(
  {
    province: { type: 'string' },
    hukou: { type: 'string' },
    lang: { type: 'string' },
    'as-of': { type: 'string' },
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
  (say) => say('cli:ask.usage'),
);
const question = positionals.join(' ').trim();

try {
  if (question === '') throw new UsageError(say('cli:ask.usage'));
  const service = await createKnowledgeService({
    knowledgeDir: settings.knowledgeDir,
    dataDir: path.resolve('data'),
    now: () => new Date(),
    watch: false,
  });
  const asked = await askOnce({
    question,
    snapshot: service.snapshot(),
    wording,
    now: new Date(),
    province: values.province,
    hukou: values.hukou,
    language: values.lang,
    asOf: values['as-of'],
  });
  if (values.json) console.log(JSON.stringify(asked.data, null, 2));
  else console.log(asked.text);
  if (values.explain) {
    const why = service.snapshot().matcher.explain(asked.data.question, asked.local);
    console.log(`\n${explainMatch(why, say).join('\n')}`);
  }
  await service.close();
} catch (error) {
  console.error(sayError(error, say));
  process.exitCode = 1;
}

function sayError(error: unknown, say: Say): string {
  if (error instanceof KnowledgeError) return error.problems.map((problem) => sayProblem(problem, say)).join('\n\n');
  if (error instanceof UnknownSettingError)
    return say(`cli:ask.unknown.${error.setting}`, { given: error.given, hint: error.hint });
  if (error instanceof UsageError) return error.message;
  throw error;
}
