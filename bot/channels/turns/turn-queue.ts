/**
 * Turns of one conversation run one after the other: a person who writes twice gets two answers in that order, and no
 * turn reads a state that another is about to write. Different conversations don't wait for each other.
 */

export interface TurnQueue {
  /** @returns what the turn gives. @throws QueueFullError when too many of this conversation wait already */
  readonly run: <T>(conversation: string, turn: () => Promise<T>) => Promise<T>;
  /** Whether a turn of this conversation would be refused now. */
  readonly isFull: (conversation: string) => boolean;
  /** Resolves when no turn runs or waits. */
  readonly idle: () => Promise<void>;
  /** Turns running or waiting. */
  readonly size: () => number;
}

export class QueueFullError extends Error {
  constructor() {
    super('too many turns of this conversation wait already');
    this.name = 'QueueFullError';
  }
}

/** @param mostWaiting turns of one conversation; nobody types that fast */
export function createTurnQueue(mostWaiting = 20): TurnQueue {
  const tails = new Map<string, { tail: Promise<unknown>; length: number }>();
  let size = 0;
  let whenIdle: (() => void)[] = [];

  return {
    run(conversation, turn) {
      const queue = tails.get(conversation) ?? { tail: Promise.resolve(), length: 0 };
      if (queue.length >= mostWaiting) return Promise.reject(new QueueFullError());
      tails.set(conversation, queue);
      queue.length += 1;
      size += 1;
      const done = queue.tail.then(turn, turn).finally(() => {
        queue.length -= 1;
        size -= 1;
        if (queue.length === 0) tails.delete(conversation);
        if (size === 0) {
          for (const tell of whenIdle) tell();
          whenIdle = [];
        }
      });
      queue.tail = done.catch(() => {});
      return done;
    },
    isFull: (conversation) => (tails.get(conversation)?.length ?? 0) >= mostWaiting,
    idle: () => (size === 0 ? Promise.resolve() : new Promise((done) => whenIdle.push(done))),
    size: () => size,
  };
}
