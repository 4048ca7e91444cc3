/**
 * `npm run suggest [-- --since DAY] [--least N] [--json]` · `… accept ID --voice VOICE [--to ENTRY]` · `… dismiss ID`
 * What people asked and nothing answered, as suggestions for an editor. `--lang`, `--knowledge FOLDER` and
 * `--data FOLDER` go with each.
 */
import { loadDotEnv } from '../settings.ts';
import { runSuggest } from './suggest/run-suggest.ts';

loadDotEnv();
process.exitCode = await runSuggest(process.argv.slice(2), {
  environment: process.env,
  now: () => new Date(),
  print: (line) => console.log(line),
  printTable: (rows) => console.table(rows),
  tell: (line) => console.error(line),
});
