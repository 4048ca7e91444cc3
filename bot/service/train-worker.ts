/** Runs on a thread of its own: reads the edition, learns from it, hands the model over. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadEdition } from '../knowledge/index.ts';
import { trainModel } from '../matching/index.ts';

parentPort?.postMessage(trainModel(loadEdition(String(workerData))));
