/**
 * `npm run train [-- --knowledge FOLDER]`: learns from the ways of asking and writes knowledge/model/. To be run after
 * ways of asking, synonyms or entries changed; a test says when that was forgotten.
 */
import { loadEdition } from '../knowledge/index.ts';
import { trainModel, writeModel } from '../matching/index.ts';
import { openCommand } from './open-command.ts';

const { values, settings, say } = await openCommand({ knowledge: { type: 'string' } }, (say) => say('cli:train.usage'));
const folder = values.knowledge ?? settings.knowledgeDir;
const edition = loadEdition(folder);
const started = performance.now();
const model = trainModel(edition, (voice) =>
  console.error(voice ? say('matching:train.voice', { voice }) : say('matching:train.all')),
);
const bytes = writeModel(folder, model);
console.log(
  say('matching:train.done', {
    ways: edition.asked.length,
    labels: model.labels.length,
    features: model.linear.hashes.length,
    size: Math.round(bytes / 1024),
    seconds: ((performance.now() - started) / 1000).toFixed(1),
    fingerprint: model.fingerprint,
  }),
);
