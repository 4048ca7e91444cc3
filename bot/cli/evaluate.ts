/**
 * `npm run evaluate -- FILE.jsonl [--results OUT.jsonl] [--engine yaodian|fuse] [--knowledge FOLDER]`
 * Asks every line {"q","ids":[…]} and says how often the answer was right. Each line is asked by itself: what the right
 * ids are is looked at only when all lines have been asked.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadEdition } from '../knowledge/index.ts';
import { type AskEngine, createFuseEngine, createYaodianEngine } from './evaluate/engines.ts';
import { measure } from './evaluate/measure.ts';
import { printMeasures } from './evaluate/print-measures.ts';
import { readQuestions } from './evaluate/read-questions.ts';
import { openCommand } from './open-command.ts';

const { values, positionals, settings, say } = await openCommand(
  {
    results: { type: 'string' },
    engine: { type: 'string', default: 'yaodian' },
    knowledge: { type: 'string' },
  },
  (say) => say('matching:evaluate.usage'),
);
const [file] = positionals;
if (!file || !['yaodian', 'fuse'].includes(values.engine)) {
  console.error(say('matching:evaluate.usage'));
  process.exit(2);
}

const folder = values.knowledge ?? settings.knowledgeDir;
const edition = loadEdition(folder);
const ask: AskEngine = values.engine === 'fuse' ? createFuseEngine(edition) : createYaodianEngine(edition, folder);
const questions = readQuestions(file, readFileSync(file, 'utf8'), say);

// Once over all first: the time of a line is that of a running service, not of a program just started.
for (const { q } of questions) ask(q);
const asked = questions.map(({ q }) => {
  const started = performance.now();
  const result = ask(q);
  return { ...result, ms: performance.now() - started };
});

if (values.results)
  writeFileSync(
    values.results,
    questions
      .map(({ q }, n) => {
        const { decision = 'none', ids = [], answered = [], ms = 0 } = asked[n] ?? {};
        return `${JSON.stringify({ q, decision, ids, answered, ms: Number(ms.toFixed(3)) })}\n`;
      })
      .join(''),
  );
printMeasures(measure(questions, asked), values.engine, say);
