/**
 * The model for an edition that is taken up while people are being answered. Learning from ten thousand ways of asking
 * takes many seconds of computing; on the thread that answers, every turn would wait for it.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../knowledge/index.ts';
import { type MatchingModel, modelFile, readModel } from '../matching/index.ts';

/** Up to here learning takes less than a thread takes to start. */
const LEARNT_AT_ONCE = 1000;

export interface ModelFinder {
  /** The kept model; the same object while its file is the same. @throws when the file is damaged */
  readonly kept: () => MatchingModel | undefined;
  /** A model that knows all that the edition can be asked, learnt anew only where there is none; undefined: learn it on the spot */
  readonly find: (edition: Edition) => Promise<MatchingModel | undefined>;
}

export function createModelFinder(knowledgeDir: string): ModelFinder {
  let file: { readonly signature: string; readonly model: MatchingModel | undefined } | undefined;
  let learnt: MatchingModel | undefined;

  const kept = (): MatchingModel | undefined => {
    const signature = signatureOf(modelFile(knowledgeDir));
    if (file?.signature !== signature) file = { signature, model: readModel(knowledgeDir) };
    return file.model;
  };
  return {
    kept,
    find: async (edition) => {
      const model = kept();
      if (edition.asked.length <= LEARNT_AT_ONCE) return model;
      const ready = [model, learnt].find((known) => known && knowsAll(known, edition));
      if (ready) return ready;
      learnt = (await learnApart(knowledgeDir)) ?? model;
      return learnt;
    },
  };
}

function learnApart(knowledgeDir: string): Promise<MatchingModel | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'train-worker.ts'), { workerData: knowledgeDir });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
  });
}

function signatureOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs} ${found.ino}` : '';
}

function knowsAll(model: MatchingModel, edition: Edition): boolean {
  const known = new Set(model.labels.map(({ kind, id }) => `${kind}:${id}`));
  return (
    [...edition.entries.keys()].every((id) => known.has(`entry:${id}`)) &&
    edition.asked.every(({ kind, of }) => known.has(`${kind}:${of}`))
  );
}
