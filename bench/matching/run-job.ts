/** Runs one job in a process of its own, so that engines share neither memory nor what the compiler has learnt. */
import { fork } from 'node:child_process';
import path from 'node:path';
import type { EngineJob, EngineResult, OwnSizeJob, OwnSizeResult } from './job.ts';

const CHILD = path.join(import.meta.dirname, 'child.ts');
/** Milliseconds for building, loading and collecting beyond the asking. */
const BUILDING = 60_000;

export function runJob(job: EngineJob): Promise<EngineResult | undefined>;
export function runJob(job: OwnSizeJob): Promise<OwnSizeResult | undefined>;
/** @returns undefined where it failed or took too long; what it said stands on stderr */
export function runJob(job: EngineJob | OwnSizeJob): Promise<unknown> {
  return new Promise((resolve) => {
    const child = fork(CHILD, {
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      timeout: Math.ceil(job.limit * (job.kind === 'engine' ? 1 : 3) + BUILDING),
    });
    let result: unknown;
    child.once('message', (message) => {
      result = message;
    });
    child.once('exit', () => resolve(result));
    child.once('error', (error) => {
      console.error(error);
      resolve(undefined);
    });
    child.send(job);
  });
}
