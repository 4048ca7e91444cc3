/**
 * A conversation while somebody is in it: what was said lately, kept in memory so that a reply reaches its reader
 * without the database, and whoever listens. Everything said goes to the store first and to the listeners then.
 */
import type { Activity } from 'botbuilder';
import type { KeptActivity, Store } from '../../store/index.ts';
import { clientIdOf } from './read-activity.ts';

/** A message that was accepted: it is stored. */
export interface Accepted {
  readonly id: string;
  /** Resolves when the bot has answered it; never rejects. */
  readonly answered: Promise<void>;
}

/** Told of what happens in a conversation. */
export interface Listener {
  /** Something was said; ask for it with `since`. */
  readonly said: () => void;
  /** To be shown and not kept: typing, or an activity that was changed. */
  readonly shown: (activity: Partial<Activity>) => void;
}

export interface LiveTalk {
  readonly conversation: string;
  readonly listeners: Set<Listener>;
  /** Messages by the id their client gave them: the same one sent twice, over a slow network, is one. */
  readonly sentBefore: Map<string, Promise<Accepted>>;
  /** Whether the store knows the conversation. */
  started: boolean;
  /** Stored, given its place and its id, told to the listeners. */
  readonly append: (activity: Partial<Activity>, waiting: boolean) => Promise<KeptActivity>;
  readonly replace: (id: string, activity: Partial<Activity>) => Promise<void>;
  readonly show: (activity: Partial<Activity>) => void;
  /** In order; at most {@link MOST_AT_ONCE}. */
  readonly since: (sequence: number) => Promise<readonly KeptActivity[]>;
  /** Turns and requests under way; a talk in use is not put away. */
  use: number;
}

/** What a screen shows; older ones are read from the store. An answer with all its parts is some kilobytes. */
const KEPT_IN_MEMORY = 30;
const MOST_AT_ONCE = 200;

/**
 * Takes up a conversation where the store has it.
 * @param shared whether other processes may write to it too; then reading asks the store
 */
export async function openLiveTalk(
  store: Store,
  conversation: string,
  shared: boolean,
  now: () => Date,
): Promise<LiveTalk> {
  const started = (await store.findConversation(conversation)) !== undefined;
  let last = started ? await store.lastSequence(conversation) : 0;
  const from = Math.max(0, last - KEPT_IN_MEMORY);
  const recent = started ? [...(await store.activitiesSince(conversation, from, KEPT_IN_MEMORY))] : [];
  const listeners = new Set<Listener>();
  let appending: Promise<unknown> = Promise.resolve();

  async function appendNext(activity: Partial<Activity>, waiting: boolean): Promise<KeptActivity> {
    for (;;) {
      const sequence = last + 1;
      const at = now();
      const placed = { ...activity, id: idOf(conversation, sequence), timestamp: at };
      const kept = { conversation, sequence, at: at.toISOString(), activity: placed, waiting };
      if (await store.appendActivity(kept)) {
        last = sequence;
        recent.push(kept);
        if (recent.length > KEPT_IN_MEMORY) recent.shift();
        for (const listener of listeners) listener.said();
        return kept;
      }
      // Another process wrote to this conversation; go on behind it.
      const missed = await store.activitiesSince(conversation, last, MOST_AT_ONCE);
      recent.push(...missed);
      last = missed.at(-1)?.sequence ?? last + 1;
    }
  }

  return {
    conversation,
    listeners,
    sentBefore: new Map(recent.flatMap(sentIn)),
    started,
    use: 0,
    append(activity, waiting) {
      // One after the other: the order of the sequence is the order in which things were said.
      const kept = appending.then(() => appendNext(activity, waiting));
      appending = kept.catch(() => {});
      return kept;
    },
    async replace(id, activity) {
      const sequence = sequenceOf(conversation, id);
      if (sequence === undefined) return;
      const changed = { ...activity, id };
      const index = recent.findIndex((kept) => kept.sequence === sequence);
      const kept = recent[index];
      if (kept !== undefined) recent[index] = { ...kept, activity: changed };
      await store.replaceActivity(conversation, sequence, changed);
      for (const listener of listeners) listener.shown(changed);
    },
    show(activity) {
      for (const listener of listeners) listener.shown(activity);
    },
    async since(sequence) {
      const first = recent[0]?.sequence ?? last + 1;
      if (!shared && sequence >= first - 1)
        return recent.filter((kept) => kept.sequence > sequence).slice(0, MOST_AT_ONCE);
      const stored = await store.activitiesSince(conversation, sequence, MOST_AT_ONCE);
      // With the database away, what is in memory is better than nothing.
      return stored.length > 0 ? stored : recent.filter((kept) => kept.sequence > sequence).slice(0, MOST_AT_ONCE);
    },
  };
}

/** Messages that were accepted before a restart. */
function sentIn({ activity }: KeptActivity): [string, Promise<Accepted>][] {
  const sentId = activity.from?.role === 'user' ? clientIdOf(activity) : undefined;
  if (sentId === undefined) return [];
  return [[sentId, Promise.resolve({ id: activity.id ?? '', answered: Promise.resolve() })]];
}

/** As Direct Line writes them. */
function idOf(conversation: string, sequence: number): string {
  return `${conversation}|${String(sequence).padStart(7, '0')}`;
}

function sequenceOf(conversation: string, id: string): number | undefined {
  const [head, digits = ''] = id.split('|');
  return head === conversation && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
