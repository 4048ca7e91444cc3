/** Deletes what was kept long enough: a talk helps a person for days, a masked question helps editors for a year. */
import type { StoreLog } from './durable-store.ts';
import type { Store } from './store.ts';

export interface RetentionOptions {
  readonly keepTalkDays: number;
  readonly keepQuestionsDays: number;
  readonly now: () => Date;
  readonly log: StoreLog;
}

const DAY_MS = 86_400_000;

/** Deletes once now and then daily. @returns stops it */
export function startRetention(store: Store, options: RetentionOptions): () => void {
  const run = () => {
    forgetOld(store, options).catch(() => options.log.warn({}, 'store: old talk could not be deleted'));
  };
  run();
  const timer = setInterval(run, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One run of the job. */
export async function forgetOld(store: Store, options: RetentionOptions): Promise<void> {
  const { keepTalkDays, keepQuestionsDays, now, log } = options;
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString();
  const forgotten = await store.forget(daysAgo(keepTalkDays), daysAgo(keepQuestionsDays));
  log.info({ ...forgotten }, 'store: old talk deleted');
}
