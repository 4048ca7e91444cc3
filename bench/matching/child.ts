/** A process for one job: takes it from its parent, answers, ends. */
import type { EngineJob, OwnSizeJob } from './job.ts';
import { measureEngine } from './measure-engine.ts';
import { measureOwnSize } from './measure-own-size.ts';

process.once('message', (job: EngineJob | OwnSizeJob) => {
  const done = job.kind === 'engine' ? measureEngine(job) : measureOwnSize(job);
  done
    .then((result) => process.send?.(result, () => process.disconnect()))
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
