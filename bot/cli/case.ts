/**
 * `npm run case -- benefit-place --json '{"hukou":"hunan","stays":[…]}' [--as-of DATE] [--lang en] [--say]`
 * Works one case out. Prints JSON {kind, input, result, trace, sources, asOf, notes}, or with --say the sentences.
 * `--json -` reads the input from standard input. Without a case: the list of cases with their fields.
 * A refused input is printed as problem+json and gives exit code 1.
 */
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { CaseInputError, problemDocument, runCase, type SaidCase, sayCase } from '../cases/index.ts';
import { CASE_KINDS, loadEdition } from '../knowledge/index.ts';
import type { Say } from '../wording/index.ts';
import { openCommand } from './open-command.ts';

const { values, positionals, settings, say } = await openCommand(
  {
    json: { type: 'string' },
    'as-of': { type: 'string' },
    lang: { type: 'string' },
    say: { type: 'boolean', default: false },
    knowledge: { type: 'string' },
  },
  (say) => say('case:cli.usage', { kinds: CASE_KINDS.join(', ') }),
);
const kind = CASE_KINDS.find((known) => known === positionals[0]);

if (!kind || values.json === undefined) {
  console.error(say('case:cli.usage', { kinds: CASE_KINDS.join(', ') }));
  process.exitCode = 2;
} else {
  const edition = loadEdition(values.knowledge ?? settings.knowledgeDir);
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  try {
    const input = parseInput(values.json === '-' ? readFileSync(0, 'utf8') : values.json);
    const outcome = runCase(edition, kind, input, { asOf: values['as-of'] ?? today, today });
    if (values.say) printSaid(sayCase(edition, outcome, say, settings.language), say);
    else {
      const { input: echoed, result, trace, sources, asOf, notes } = outcome;
      console.log(JSON.stringify({ kind, input: echoed, result, trace, sources, asOf, notes }, null, 2));
    }
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    console.log(JSON.stringify(problemDocument(edition, kind, error, say, settings.language), null, 2));
    process.exitCode = 1;
  }
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new CaseInputError([{ field: '', code: 'wrong-type', facts: { given: what, expected: 'JSON' } }]);
  }
}

function printSaid(said: SaidCase, say: Say): void {
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', say(`case:section.${heading}`), ...lines.map((line) => `  · ${line}`)] : [];
  const steps = said.lines.map(({ text, source }) => `${text}  [${source.name}]`);
  console.log(
    [
      said.headline,
      ...section('trace', steps),
      ...section('todo', said.todo),
      ...section('change', said.change),
      ...section('notes', said.notes),
      '',
      said.disclaimer,
    ].join('\n'),
  );
}
