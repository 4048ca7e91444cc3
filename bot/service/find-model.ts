/**
 * The model for an edition that is taken up while people are being answered. Learning from ten thousand ways of asking
 * takes many seconds of computing; on the thread that answers, every turn would wait for it.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../knowledge/index.ts';
import { type MatchingModel, readModel } from '../matching/index.ts';

/** Up to here learning takes less than a thread takes to start. */
const LEARNT_AT_ONCE = 1000;

/** @returns the kept model if it knows all that can be asked for, else one learnt anew; undefined: learn it on the spot */
export async function findModel(edition: Edition, knowledgeDir: string): Promise<MatchingModel | undefined> {
  const kept = readModel(knowledgeDir);
  if (edition.asked.length <= LEARNT_AT_ONCE || (kept && knowsAll(kept, edition))) return kept;
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'train-worker.ts'), { workerData: knowledgeDir });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(kept));
  });
}

function knowsAll(model: MatchingModel, edition: Edition): boolean {
  const known = new Set(model.labels.map(({ kind, id }) => `${kind}:${id}`));
  return (
    [...edition.entries.keys()].every((id) => known.has(`entry:${id}`)) &&
    edition.asked.every(({ kind, of }) => known.has(`${kind}:${of}`))
  );
}
