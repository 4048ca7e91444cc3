/**
 * `npm run validate [-- --strict] [--style] [--due [DAY]] [--json] [--lang en]`
 * Checks the knowledge base and prints every problem at its place. Exit code 1 when there is an error
 * (with --strict: or a warning).
 */
import { type Edition, type Problem, readEdition } from '../knowledge/index.ts';
import { sayProblem } from '../wording/index.ts';
import { openCommand } from './open-command.ts';
import { checkExamples } from './validate/check-examples.ts';
import { printCounts } from './validate/print-counts.ts';
import { printDue } from './validate/print-due.ts';

const { values, positionals, settings, say } = await openCommand(
  {
    strict: { type: 'boolean', default: false },
    due: { type: 'boolean', default: false },
    style: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    lang: { type: 'string' },
    knowledge: { type: 'string' },
  },
  (say) => say('cli:validate.usage'),
);
const folder = values.knowledge ?? settings.knowledgeDir;

const { edition, problems: readProblems } = readEdition(folder);
const strict = edition && values.strict ? await checkStrictly(edition) : [];
const problems = [...readProblems, ...strict];
if (values.json) console.log(JSON.stringify(problems, null, 2));
else for (const problem of problems) console.log(`${sayProblem(problem, say)}\n`);

const errors = problems.filter((problem) => problem.severity === 'error').length;
const warnings = problems.length - errors;
if (edition && !values.json) {
  if (problems.length === 0)
    console.log(say('problems:report.clean', { entries: edition.entries.size, asked: edition.asked.length }));
  printCounts(edition, say);
  // The measure needs dictionaries that nothing else does.
  if (values.style) (await import('./validate/print-style.ts')).printStyle(edition, folder, say);
  if (values.due) printDue(edition, positionals[0] ?? new Date().toISOString().slice(0, 10), say);
}
if (problems.length > 0 && !values.json) console.log(say('problems:report.found', { errors, warnings }));
/** What takes a calculator and dictionaries, which the server has no use for. */
async function checkStrictly(strictly: Edition): Promise<Problem[]> {
  const { findUnexplained } = await import('./validate/find-unexplained.ts');
  return [...checkExamples(strictly, folder), ...findUnexplained(strictly, folder)];
}

process.exitCode = errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
