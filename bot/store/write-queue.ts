/**
 * Writes that the database did not take, kept in order until it does. Bounded: a database that is away for hours must
 * not eat the memory of a program that can still answer.
 */

export interface WriteQueue {
  readonly push: (write: () => Promise<void>) => void;
  readonly length: () => number;
  /** How many were given up because the queue was full or the database refused them for good. */
  readonly lost: () => number;
  /** Tries them in order, until one fails. @param alive asks the database whether it is there at all */
  readonly drain: (alive: () => Promise<boolean>) => Promise<void>;
}

/** @param most writes kept @param onRefused told of a write that a healthy database refuses: it would fail forever */
export function createWriteQueue(most: number, onRefused: (error: unknown) => void): WriteQueue {
  const waiting: (() => Promise<void>)[] = [];
  let lost = 0;
  return {
    push(write) {
      waiting.push(write);
      if (waiting.length <= most) return;
      waiting.shift();
      lost += 1;
    },
    length: () => waiting.length,
    lost: () => lost,
    async drain(alive) {
      for (let write = waiting[0]; write !== undefined; write = waiting[0]) {
        try {
          await write();
        } catch (error) {
          if (!(await alive())) return;
          lost += 1;
          onRefused(error);
        }
        // The one at hand may have been pushed out by a full queue meanwhile.
        if (waiting[0] === write) waiting.shift();
      }
    },
  };
}
