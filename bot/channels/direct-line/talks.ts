/**
 * The conversations of the local Direct Line, apart from HTTP: beginning one, saying something, reading on, and after a
 * crash answering what was accepted and not answered.
 */
import type { Activity } from 'botbuilder';
import type { KeptActivity, Store } from '../../store/index.ts';
import { type ChannelLog, createRateLimit, errorFacts, HttpProblem, tooMany } from '../http/index.ts';
import type { Bot, TurnQueue } from '../turns/index.ts';
import { QueueFullError } from '../turns/index.ts';
import { DirectLineAdapter } from './direct-line-adapter.ts';
import { type Listener, type LiveTalk, openLiveTalk } from './live-talk.ts';
import { maskActivity } from './read-activity.ts';
import type { Claims } from './tokens.ts';

export interface TalksOptions {
  readonly store: Store;
  readonly bot: Bot;
  readonly queue: TurnQueue;
  /** Takes personal numbers out of a text, before it is stored or shown. */
  readonly mask: (text: string) => string;
  readonly messagesPerMinute: number;
  readonly onTurnError: DirectLineAdapter['onTurnError'];
  readonly now: () => Date;
  readonly log: ChannelLog;
}

/** A message that was accepted: it is stored. */
export interface Accepted {
  readonly id: string;
  /** Resolves when the bot has answered it; never rejects. */
  readonly answered: Promise<void>;
}

export interface Talks {
  /** @returns whether it is new; then the bot says hello in the language of `locale` */
  readonly start: (claims: Claims, locale: string | undefined) => Promise<{ isNew: boolean; greeted: Promise<void> }>;
  /** @throws HttpProblem too-many-requests */
  readonly post: (claims: Claims, activity: Partial<Activity>) => Promise<Accepted>;
  readonly since: (claims: Claims, watermark: number) => Promise<readonly KeptActivity[]>;
  /** @returns ends it */
  readonly listen: (claims: Claims, listener: Listener) => Promise<() => void>;
  /** Answers messages that wait since before `before`. @returns how many */
  readonly resume: (before: Date) => Promise<number>;
  /** For proactive messages: `continueConversation`. */
  readonly adapter: DirectLineAdapter;
}

const CHANNEL = 'directline';
const BOT = { id: 'yaodian', name: 'Yaodian', role: 'bot' };
/** Talks held in memory that nobody is in at the moment. */
const MOST_IDLE_TALKS = 2_000;
const MOST_REMEMBERED_IDS = 100;

export function createTalks(options: TalksOptions): Talks {
  const { store, bot, queue, mask, now, log } = options;
  const live = new Map<string, Promise<LiveTalk>>();
  const messages = createRateLimit(options.messagesPerMinute, now);
  const run = (context: Parameters<Bot['run']>[0]) => bot.run(context);

  /** The talk in memory, taken from the store when it isn't. */
  async function talkOf({ conversation, user }: Claims): Promise<LiveTalk> {
    const known = live.get(conversation) ?? openLiveTalk(store, conversation, user, now);
    live.delete(conversation);
    live.set(conversation, known);
    if (live.size > MOST_IDLE_TALKS) await putAwayIdle();
    return await known;
  }

  async function putAwayIdle(): Promise<void> {
    for (const [conversation, opening] of [...live].slice(0, live.size - MOST_IDLE_TALKS)) {
      const talk = await opening;
      if (talk.use === 0 && talk.listeners.size === 0) live.delete(conversation);
    }
  }

  async function inUse<T>(claims: Claims, act: (talk: LiveTalk) => Promise<T>): Promise<T> {
    const talk = await talkOf(claims);
    talk.use += 1;
    try {
      return await act(talk);
    } finally {
      talk.use -= 1;
    }
  }

  const adapter = new DirectLineAdapter({
    // The user is not known here; it only matters for a talk that isn't in memory, and there nobody listens.
    say: (conversation, activity) =>
      inUse({ conversation, user: '' }, async (talk) => (await talk.append(activity, false)).activity.id ?? ''),
    show: (conversation, activity) => inUse({ conversation, user: '' }, async (talk) => talk.show(activity)),
    replace: (conversation, id, activity) => inUse({ conversation, user: '' }, (talk) => talk.replace(id, activity)),
    inTurn: (conversation, turn) => queue.run(conversation, turn),
  });
  adapter.onTurnError = options.onTurnError;

  /** One turn on a message; a failing one is logged and told to the person, and counts as answered. */
  function answer({ conversation, user }: Claims, activity: Partial<Activity>, sequence?: number): Promise<void> {
    const turn = async () => {
      await inUse({ conversation, user }, () => adapter.runTurn(activity, run));
      if (sequence !== undefined) await store.markAnswered(conversation, sequence);
    };
    return queue.run(conversation, turn).catch((error: unknown) => log.error(errorFacts(error), 'turn not finished'));
  }

  async function post(claims: Claims, activity: Partial<Activity>): Promise<Accepted> {
    return await inUse(claims, async (talk) => {
      const sentId = clientIdOf(activity);
      const before = sentId === undefined ? undefined : talk.sentBefore.get(sentId);
      if (before !== undefined) return before;
      const seconds = messages.take(claims.conversation);
      if (seconds > 0) throw tooMany('too-many-requests', seconds);

      const said = { ...activity, ...envelope(claims) };
      if (activity.type === 'typing') return { id: '', answered: Promise.resolve() };
      const kept = await talk.append(maskActivity(said, mask), true);
      const { id = '', timestamp } = kept.activity;
      const answered = answer(claims, { ...said, id, timestamp }, kept.sequence);
      const accepted = { id, answered };
      if (sentId !== undefined) rememberId(talk, sentId, accepted);
      return accepted;
    });
  }

  return {
    adapter,
    post: async (claims, activity) => {
      try {
        return await post(claims, activity);
      } catch (error) {
        if (error instanceof QueueFullError) throw tooMany('too-many-requests', 1);
        throw error;
      }
    },

    async start(claims, locale) {
      if ((await store.findConversation(claims.conversation)) !== undefined || live.has(claims.conversation)) {
        return { isNew: false, greeted: Promise.resolve() };
      }
      const opening = talkOf(claims);
      await store.startConversation({ id: claims.conversation, user: claims.user, startedAt: now().toISOString() });
      await opening;
      const arrival = { type: 'conversationUpdate', membersAdded: [{ id: claims.user, name: '' }], locale };
      return { isNew: true, greeted: answer(claims, { ...arrival, ...envelope(claims), timestamp: now() }) };
    },

    since: (claims, watermark) => inUse(claims, (talk) => talk.since(watermark)),

    async listen(claims, listener) {
      const talk = await talkOf(claims);
      talk.listeners.add(listener);
      return () => talk.listeners.delete(listener);
    },

    async resume(before) {
      const waiting = await store.claimUnanswered(before.toISOString(), now().toISOString());
      for (const kept of waiting) await resumeOne(kept);
      if (waiting.length > 0) log.info({ messages: waiting.length }, 'messages left unanswered are answered now');
      return waiting.length;
    },
  };

  async function resumeOne({ conversation, sequence, activity }: KeptActivity): Promise<void> {
    const claims = { conversation, user: activity.from?.id ?? '' };
    const after = await store.activitiesSince(conversation, sequence, 50);
    if (after.some((later) => later.activity.replyToId === activity.id)) {
      // It was answered; only the note of it was lost.
      await store.markAnswered(conversation, sequence);
      return;
    }
    const timestamp = new Date(activity.timestamp ?? now());
    answer(claims, { ...activity, timestamp }, sequence).catch(() => {});
  }

  function rememberId(talk: LiveTalk, sentId: string, accepted: Accepted): void {
    talk.sentBefore.set(sentId, accepted);
    const [oldest] = talk.sentBefore.keys();
    if (talk.sentBefore.size > MOST_REMEMBERED_IDS && oldest !== undefined) talk.sentBefore.delete(oldest);
  }
}

/** Who, where and when: never taken from the client. */
function envelope({ conversation, user }: Claims): Partial<Activity> {
  return {
    channelId: CHANNEL,
    // Nothing is sent there; botbuilder wants one to tell channels apart.
    serviceUrl: 'urn:yaodian:directline',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: user, name: '', role: 'user' },
    recipient: BOT,
  };
}

/** The id that a client gives a message, so that it knows its own again. */
function clientIdOf({ channelData }: Partial<Activity>): string | undefined {
  const id: unknown = channelData?.clientActivityID;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : undefined;
}
