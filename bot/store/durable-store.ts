/**
 * A store that never fails an answer. While the database is away, reads give what an empty store would (or what was
 * written meanwhile), writes wait in memory in their order, and health says so. When it is back, they are written.
 */
import type { StoreItems } from 'botbuilder';
import { createHeldStates } from './held-states.ts';
import { createRecovery } from './recovery.ts';
import { type Forgotten, type KeptActivity, StateConflictError, type Store } from './store.ts';
import { createWriteQueue } from './write-queue.ts';

export interface StoreHealth {
  readonly state: 'ok' | 'degraded';
  /** Since when, ISO time; absent when all is well. */
  readonly since?: string;
  /** Writes that wait for the database. */
  readonly waiting: number;
  /** Writes given up since the start. */
  readonly lost: number;
}

export interface DurableStore extends Store {
  readonly health: () => StoreHealth;
  /** Tries now to reach the database and to write what waits. @returns how many writes still wait */
  readonly flush: () => Promise<number>;
}

/** What this folder wants of a log; it never gives it a text that a person wrote. */
export interface StoreLog {
  readonly warn: (facts: object, message: string) => void;
  readonly info: (facts: object, message: string) => void;
}

export interface DurableOptions {
  /** Opens the database; called again until it succeeds. */
  readonly open: () => Promise<Store>;
  readonly now: () => Date;
  readonly log: StoreLog;
  readonly retryAfterMs?: readonly number[];
  readonly mostWaiting?: number;
}

/** A busy hour of one replica writes some ten thousand rows of about a kilobyte. */
const MOST_WAITING = 20_000;
const RETRY_AFTER_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;
const NOTHING_FORGOTTEN: Forgotten = { conversations: 0, states: 0, questions: 0 };

/** Tries to open once; if that fails it starts degraded and goes on trying. */
export async function createDurableStore(options: DurableOptions): Promise<DurableStore> {
  const { open, now, log, retryAfterMs = RETRY_AFTER_MS, mostWaiting = MOST_WAITING } = options;
  let store: Store | undefined;
  const queue = createWriteQueue(mostWaiting, (error) => log.warn(factsOf(error), 'store: a write was refused'));
  const states = createHeldStates(mostWaiting);
  const recovery = createRecovery(writeAllThatWaits, retryAfterMs, now);
  const waiting = () => queue.length() + states.size();
  const lost = () => queue.lost() + states.lost();

  async function alive(): Promise<boolean> {
    try {
      await opened().ping();
      return true;
    } catch {
      return false;
    }
  }

  function opened(): Store {
    if (store === undefined) throw new Error('the database is not open');
    return store;
  }

  function goDown(error: unknown): void {
    if (recovery.downSince() === undefined)
      log.warn(factsOf(error), 'store: the database is away; writes wait in memory');
    recovery.goDown();
  }

  async function writeAllThatWaits(): Promise<boolean> {
    try {
      store ??= await open();
      await store.ping();
      await queue.drain(alive);
      if (queue.length() === 0) await states.drain(store.state);
    } catch (error) {
      log.warn(factsOf(error), 'store: the database is still away');
      return false;
    }
    const done = waiting() === 0;
    const since = recovery.downSince();
    if (done && since !== undefined) log.info({ since, lost: lost() }, 'store: the database is back');
    return done;
  }

  async function read<T>(from: (store: Store) => Promise<T>, otherwise: T): Promise<T> {
    if (recovery.downSince() !== undefined) return otherwise;
    try {
      return await from(opened());
    } catch (error) {
      if (await alive()) log.warn(factsOf(error), 'store: a read was refused');
      else goDown(error);
      return otherwise;
    }
  }

  /** @param keep puts the write where it waits @returns what the write gave, or `otherwise` when it waits */
  async function write<T>(to: (store: Store) => Promise<T>, keep: () => void, otherwise: T): Promise<T> {
    if (recovery.downSince() !== undefined) {
      keep();
      return otherwise;
    }
    try {
      return await to(opened());
    } catch (error) {
      if (error instanceof StateConflictError) throw error;
      keep();
      // A database that is there gets it once more and may refuse it for good; nobody else's talk waits for that.
      if (await alive()) await recovery.attempt();
      if (waiting() > 0) goDown(error);
      return otherwise;
    }
  }

  const keepWrite = (to: (store: Store) => Promise<unknown>) => () =>
    queue.push(async () => {
      await to(opened());
    });
  const simpleWrite = (to: (store: Store) => Promise<void>) => write(to, keepWrite(to), undefined);

  try {
    store = await open();
  } catch (error) {
    goDown(error);
  }

  return {
    state: {
      async read(keys) {
        const asked = keys.filter((key) => !states.has(key));
        const found: StoreItems = asked.length === 0 ? {} : await read((from) => from.state.read(asked), {});
        for (const key of keys.filter(states.has)) {
          const held = states.read(key);
          if (held !== undefined) found[key] = held;
        }
        return found;
      },
      write: (changes) =>
        write(
          (to) => to.state.write(changes),
          () => states.hold(changes),
          undefined,
        ),
      delete: (keys) =>
        write(
          (to) => to.state.delete(keys),
          () => states.holdDeleted(keys),
          undefined,
        ),
    },

    startConversation: (conversation) => simpleWrite((to) => to.startConversation(conversation)),
    findConversation: (id) => read((from) => from.findConversation(id), undefined),
    appendActivity: (kept) => {
      const anyway = keepWrite((to) => appendAnyway(to, kept));
      return write((to) => to.appendActivity(kept), anyway, true);
    },
    replaceActivity: (id, sequence, activity) => simpleWrite((to) => to.replaceActivity(id, sequence, activity)),
    activitiesSince: (id, sequence, most) => read((from) => from.activitiesSince(id, sequence, most), []),
    lastSequence: (id) => read((from) => from.lastSequence(id), 0),
    markAnswered: (id, sequence) => simpleWrite((to) => to.markAnswered(id, sequence)),
    claimUnanswered: (before, at) => read((from) => from.claimUnanswered(before, at), []),

    countOutcome: (key) => simpleWrite((to) => to.countOutcome(key)),
    outcomeCounts: (fromDay, untilDay) => read((from) => from.outcomeCounts(fromDay, untilDay), []),
    addFeedback: (feedback) => simpleWrite((to) => to.addFeedback(feedback)),
    feedbackSince: (since) => read((from) => from.feedbackSince(since), []),
    addOpenQuestion: (question) => simpleWrite((to) => to.addOpenQuestion(question)),
    openQuestions: (status) => read((from) => from.openQuestions(status), []),
    // A member of staff must know whether it worked, so this one fails openly.
    setQuestionStatus: async (id, status) => await opened().setQuestionStatus(id, status),

    addReminder: (reminder) => simpleWrite((to) => to.addReminder(reminder)),
    deleteReminders: (conversation) => simpleWrite((to) => to.deleteReminders(conversation)),
    deleteReminder: (id) => simpleWrite((to) => to.deleteReminder(id)),
    claimReminders: (at, claimedBefore) => read((from) => from.claimReminders(at, claimedBefore), []),

    forget: (talkBefore, questionsBefore) =>
      read((from) => from.forget(talkBefore, questionsBefore), NOTHING_FORGOTTEN),
    ping: async () => await opened().ping(),

    health() {
      const since = recovery.downSince();
      const figures = { waiting: waiting(), lost: lost() };
      return since === undefined ? { state: 'ok', ...figures } : { state: 'degraded', since, ...figures };
    },
    async flush() {
      if (waiting() > 0 || recovery.downSince() !== undefined) await recovery.attempt();
      return waiting();
    },
    async close() {
      recovery.stop();
      if (waiting() > 0) await recovery.attempt();
      await store?.close();
    },
  };
}

/**
 * Writes an activity that waited. Its place may be taken: by itself, when a write arrived although its confirmation
 * did not, or by another process that went on with the conversation; then it comes after those.
 */
async function appendAnyway(store: Store, kept: KeptActivity): Promise<void> {
  let next = kept;
  while (!(await store.appendActivity(next))) {
    const [there] = await store.activitiesSince(next.conversation, next.sequence - 1, 1);
    if (JSON.stringify(there?.activity) === JSON.stringify(next.activity)) return;
    next = { ...next, sequence: (await store.lastSequence(next.conversation)) + 1 };
  }
}

/** Name and code only: a database repeats in its messages what it was given. */
function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: 'unknown' };
  return { error: error.name, code: 'code' in error ? error.code : undefined };
}
