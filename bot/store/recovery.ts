/** Whether the database is there, since when it isn't, and the attempts to get it back, one at a time. */

export interface Recovery {
  /** ISO time; undefined when all is well. */
  readonly downSince: () => string | undefined;
  readonly goDown: () => void;
  /** One attempt now; several callers share it. */
  readonly attempt: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * @param tryAll reaches the database and writes what waits @returns whether nothing is left to do
 * @param pausesMs between attempts; the last one repeats
 */
export function createRecovery(tryAll: () => Promise<boolean>, pausesMs: readonly number[], now: () => Date): Recovery {
  let downSince: string | undefined;
  let attempts = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  function attempt(): Promise<void> {
    // Two at once would write the same thing twice.
    running ??= tryAll()
      .then((done) => {
        if (done) downSince = undefined;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  function attemptLater(): void {
    if (stopped || timer !== undefined) return;
    const pause = pausesMs[Math.min(attempts, pausesMs.length - 1)];
    attempts += 1;
    const again = () => {
      if (downSince !== undefined) attemptLater();
    };
    timer = setTimeout(() => {
      timer = undefined;
      attempt().then(again, again);
    }, pause);
    timer.unref();
  }

  return {
    downSince: () => downSince,
    goDown() {
      if (downSince === undefined) {
        downSince = now().toISOString();
        attempts = 0;
      }
      attemptLater();
    },
    attempt,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
