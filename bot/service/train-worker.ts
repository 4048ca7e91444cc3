/** Runs on a thread of its own: reads the edition, learns from it what the kept model misses, hands the model over. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadEdition } from '../knowledge/index.ts';
import { readModel, trainQuickly } from '../matching/index.ts';

const folder = String(workerData);
parentPort?.postMessage(trainQuickly(loadEdition(folder), readModel(folder)));
