/**
 * `npm run train [-- --knowledge FOLDER]`: learns from the ways of asking and writes knowledge/model/. To be run after
 * ways of asking, synonyms or entries changed; a test says when that was forgotten.
 */
import { parseArgs } from 'node:util';
import { loadEdition } from '../knowledge/index.ts';
import { trainModel, writeModel } from '../matching/index.ts';
import { readCliSettings } from './cli-settings.ts';

const { values } = parseArgs({ options: { knowledge: { type: 'string' } } });
const folder = values.knowledge ?? readCliSettings().knowledgeDir;
const edition = loadEdition(folder);
const started = performance.now();
const model = trainModel(edition, (what) => console.error(`  ${what}`));
const bytes = writeModel(folder, model);
console.log(
  `${edition.asked.length} ways, ${model.labels.length} labels, ${model.linear.hashes.length} features, ` +
    `${Math.round(bytes / 1024)} kB, ${((performance.now() - started) / 1000).toFixed(1)} s, ${model.fingerprint}`,
);
console.log(`ranking ${JSON.stringify(model.ranking)}`);
