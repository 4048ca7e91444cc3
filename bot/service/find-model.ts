/**
 * The model for an edition that is taken up while people are being answered. The kept one serves at once, also where the
 * edition has got an entry that it doesn't know; a better one is then learnt on a thread of its own, since learning from
 * ten thousand ways of asking takes many seconds, and on the thread that answers every turn would wait for it.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../knowledge/index.ts';
import { LEARNT_AT_ONCE, type MatchingModel, missesLabels, modelFile, readModel } from '../matching/index.ts';

export interface ModelFinder {
  /** The kept model; the same object while its file is the same. @throws when the file is damaged */
  readonly kept: () => MatchingModel | undefined;
  /** The best model there is for the edition now; undefined: it is to be learnt on the spot. @throws as `kept` */
  readonly find: (edition: Edition) => MatchingModel | undefined;
  /** Learns what the best model misses; tells when that has been learnt and `find` gives it. */
  readonly improve: (edition: Edition, done: () => void) => void;
  readonly close: () => void;
}

export function createModelFinder(knowledgeDir: string): ModelFinder {
  let file: { readonly signature: string; readonly model: MatchingModel | undefined } | undefined;
  let learnt: MatchingModel | undefined;
  let learning: Worker | undefined;

  const kept = (): MatchingModel | undefined => {
    const signature = signatureOf(modelFile(knowledgeDir));
    if (file?.signature !== signature) {
      file = { signature, model: readModel(knowledgeDir) };
      learnt = undefined;
    }
    return file.model;
  };
  const find = (edition: Edition): MatchingModel | undefined => {
    const model = kept();
    return learnt && model && missesLabels(model, edition) ? learnt : model;
  };
  const stop = (): void => {
    learning?.removeAllListeners();
    learning?.terminate().catch(() => {});
  };
  return {
    kept,
    find,
    improve: (edition, done) => {
      const model = find(edition);
      if (!model || edition.asked.length <= LEARNT_AT_ONCE || !missesLabels(model, edition)) return;
      // Still learning from the files as they were a moment ago: it is begun anew.
      stop();
      const worker = new Worker(path.join(import.meta.dirname, 'train-worker.ts'), { workerData: knowledgeDir });
      worker.unref();
      learning = worker;
      worker.once('message', (better: MatchingModel) => {
        // The same words, handed over and back: as the same object they tell that texts are read as before.
        learnt = { ...better, words: model.words };
        done();
      });
      // What can't be read while someone is writing is read again at the next change; until then the kept model serves.
      worker.once('error', () => {});
    },
    close: stop,
  };
}

function signatureOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs} ${found.ino}` : '';
}
