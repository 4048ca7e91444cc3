/** One engine on one set: how long it takes to build, what it keeps in memory, how long a question takes, who is right. */
import { HitCounter } from './count-hits.ts';
import type { Found } from './engine.ts';
import { ENGINES } from './engines.ts';
import type { EngineJob, EngineResult } from './job.ts';
import { timeQueries } from './timing.ts';

export async function measureEngine({ engine: name, ways, questions, limit }: EngineJob): Promise<EngineResult> {
  const load = ENGINES[name];
  if (!load) throw new Error(`no engine "${name}"`);
  const build = await load();
  const before = memory();
  const start = performance.now();
  const engine = await build(ways);
  const buildMs = performance.now() - start;

  const found = new Map<number, Found>();
  const timing = await timeQueries(questions, limit, (question, n) => {
    const answer = engine.ask(question.q);
    const keep = (given: Found) => {
      if (n >= 0 && n < questions.length) found.set(n, given);
    };
    if (answer instanceof Promise) return answer.then(keep);
    return keep(answer);
  });
  const counter = new HitCounter();
  for (const [n, given] of found) {
    const question = questions[n];
    if (question) counter.add(question, given);
  }
  found.clear();
  const bytes = memory() - before;
  // Asked once more, so that nothing that belongs to the engine can have gone before its memory was read.
  await engine.ask(questions[0]?.q ?? '');
  return { buildMs, bytes, timing, hits: counter.hits };
}

function memory(): number {
  if (!globalThis.gc) throw new Error('needs node --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
