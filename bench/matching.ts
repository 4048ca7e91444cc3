/**
 * `npm run bench -- matching [--sizes 100,1000] [--questions FILE.jsonl] [--engines "Yaodian,Orama bigrams"]`
 * Yaodian beside the search libraries one would otherwise take, on the same questions in the same run: time to build,
 * memory, time of a query, and how often the entry found is the right one.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadEdition } from '../bot/knowledge/index.ts';
import { usesKeptModel } from './matching/engines/yaodian.ts';
import { ENGINES, KNOWLEDGE } from './matching/engines.ts';
import { type Measured, printGoals, printGrowth, printOwnSize, printSize } from './matching/print-results.ts';
import { createMakeSet } from './matching/question-sets.ts';
import { readLabelled } from './matching/read-labelled.ts';
import { runJob } from './matching/run-job.ts';

const SIZES = [100, 1000, 10_000, 100_000];
/** The size our goals are set at. */
const GOAL_SIZE = 10_000;
/** Milliseconds of asking for one engine at one size at most. A linear scan of 100,000 takes seconds a question. */
const ASKING = 25_000;
/** Milliseconds for everything; who comes late gets what is left, but so much. */
const ALTOGETHER = 340_000;
const AT_LEAST = 3_000;

export async function run(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { sizes: { type: 'string' }, questions: { type: 'string' }, engines: { type: 'string' } },
  });
  const sizes = values.sizes?.split(',').map(Number) ?? SIZES;
  const engines = Object.keys(ENGINES).filter((name) => values.engines?.split(',').includes(name) ?? true);
  const edition = loadEdition(KNOWLEDGE);
  const { from, questions } = await readLabelled(edition, values.questions);
  const asking = questions.filter(({ ids }) => ids.length > 0).length;
  console.log(`questions asked: ${from} (${questions.length}, ${asking} with an entry of ours)`);
  sayLoad('before');

  const deadline = performance.now() + ALTOGETHER;
  // First, while the processor is as cool as it gets, and whatever else is left out.
  printOwnSize(await runJob({ kind: 'own-size', questions, limit: ASKING / 3 }));
  const makeSet = createMakeSet(edition);
  const own = new Set(edition.asked);
  const measured: Measured[] = [];
  for (const [n, size] of sizes.entries()) {
    const ways = makeSet(size);
    const made = ways.filter((way) => !own.has(way)).length;
    for (const [k, engine] of engines.entries()) {
      const jobsLeft = (sizes.length - n) * engines.length - k;
      const limit = limitFor(deadline - performance.now(), jobsLeft);
      measured.push({ engine, size, result: await runJob({ kind: 'engine', engine, ways, questions, limit }) });
    }
    const learnt = usesKeptModel(ways.length) ? 'reads the kept model' : 'learns on the spot';
    printSize(
      ways.length,
      measured.filter((one) => one.size === size),
      `${made > 0 ? `, ${made} of them generated` : ''}; Yaodian ${learnt}`,
    );
  }
  printGrowth(sizes, measured);
  printGoals(GOAL_SIZE, measured);
  sayLoad('after');
}

/** Most engines need far less than their part, so that each may take twice its part of what is left. */
function limitFor(left: number, jobsLeft: number): number {
  return Math.min(ASKING, Math.max(AT_LEAST, (2 * left) / jobsLeft));
}

function sayLoad(when: string): void {
  const [minute = 0, five = 0] = loadavg();
  console.log(
    `load ${when}: ${minute.toFixed(1)} (1 min), ${five.toFixed(1)} (5 min); on an idle machine it is near 0, and times are better\n`,
  );
}
