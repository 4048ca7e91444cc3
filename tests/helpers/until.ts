/** Waits for something to become true, as long as it takes up to a deadline; never a fixed time. */
import { setTimeout as pause } from 'node:timers/promises';

/** @param what is told when the deadline passes */
export async function until(what: string, holds: () => boolean | Promise<boolean>, deadlineMs = 15_000): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await pause(10);
  }
}
