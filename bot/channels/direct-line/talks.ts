/**
 * The conversations of the local Direct Line, apart from HTTP: beginning one, saying something, reading on, and after a
 * crash answering what was accepted and not answered.
 */
import type { Activity } from 'botbuilder';
import type { KeptActivity, Store } from '../../store/index.ts';
import { type ChannelLog, createRateLimit, errorFacts, tooMany } from '../http/index.ts';
import type { Bot, TurnQueue } from '../turns/index.ts';
import { DirectLineAdapter } from './direct-line-adapter.ts';
import { type Accepted, type Listener, type LiveTalk, openLiveTalk } from './live-talk.ts';
import { clientIdOf, maskActivity } from './read-activity.ts';
import type { Claims } from './tokens.ts';

export interface TalksOptions {
  readonly store: Store;
  /** Whether other processes use the same store. */
  readonly shared: boolean;
  readonly bot: Bot;
  readonly queue: TurnQueue;
  /** Takes personal numbers out of a text, before it is stored or shown. */
  readonly mask: (text: string) => string;
  readonly messagesPerMinute: number;
  readonly onTurnError: DirectLineAdapter['onTurnError'];
  readonly now: () => Date;
  readonly log: ChannelLog;
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
const MOST_IDLE_TALKS = 500;
const MOST_REMEMBERED_IDS = 30;

export function createTalks(options: TalksOptions): Talks {
  const { store, bot, queue, mask, now, log } = options;
  const live = new Map<string, Promise<LiveTalk>>();
  const messages = createRateLimit(options.messagesPerMinute, now);
  const run = (context: Parameters<Bot['run']>[0]) => bot.run(context);

  /** The talk in memory, taken from the store when it isn't. */
  async function talkOf(conversation: string): Promise<LiveTalk> {
    const known = live.get(conversation) ?? openLiveTalk(store, conversation, options.shared, now);
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

  async function inUse<T>(conversation: string, act: (talk: LiveTalk) => Promise<T>): Promise<T> {
    const talk = await talkOf(conversation);
    talk.use += 1;
    try {
      return await act(talk);
    } finally {
      talk.use -= 1;
    }
  }

  const adapter = new DirectLineAdapter({
    say: (conversation, activity) =>
      inUse(conversation, async (talk) => (await talk.append(activity, false)).activity.id ?? ''),
    show: (conversation, activity) => inUse(conversation, async (talk) => talk.show(activity)),
    replace: (conversation, id, activity) => inUse(conversation, (talk) => talk.replace(id, activity)),
    inTurn: (conversation, turn) => queue.run(conversation, turn),
  });
  adapter.onTurnError = options.onTurnError;

  /** @returns whether the store did not know it before */
  async function startOnce(talk: LiveTalk, { conversation, user }: Claims): Promise<boolean> {
    if (talk.started) return false;
    talk.started = true;
    await store.startConversation({ id: conversation, user, startedAt: now().toISOString() });
    return true;
  }

  /** One turn on an activity; a failing one is logged and told to the person, and counts as answered. */
  function answer(conversation: string, activity: Partial<Activity>, sequence?: number): Promise<void> {
    const turn = async () => {
      await inUse(conversation, () => adapter.runTurn(activity, run));
      if (sequence !== undefined) await store.markAnswered(conversation, sequence);
    };
    return queue.run(conversation, turn).catch((error: unknown) => log.error(errorFacts(error), 'turn not finished'));
  }

  async function accept(talk: LiveTalk, claims: Claims, activity: Partial<Activity>): Promise<Accepted> {
    const { conversation } = claims;
    const seconds = queue.isFull(conversation) ? 1 : messages.take(conversation);
    if (seconds > 0) throw tooMany('too-many-requests', seconds);
    if (activity.type === 'typing') return { id: '', answered: Promise.resolve() };
    await startOnce(talk, claims);
    const said = { ...activity, ...envelope(claims) };
    const kept = await talk.append(maskActivity(said, mask), true);
    const { id = '', timestamp } = kept.activity;
    return { id, answered: answer(conversation, { ...said, id, timestamp }, kept.sequence) };
  }

  /** A message sent twice is accepted once; one that was refused may be sent again. */
  function acceptOnce(talk: LiveTalk, claims: Claims, activity: Partial<Activity>): Promise<Accepted> {
    const sentId = clientIdOf(activity);
    const before = sentId === undefined ? undefined : talk.sentBefore.get(sentId);
    if (before !== undefined) return before;
    const accepted = accept(talk, claims, activity);
    if (sentId !== undefined) {
      talk.sentBefore.set(sentId, accepted);
      accepted.catch(() => talk.sentBefore.delete(sentId));
      const [oldest] = talk.sentBefore.keys();
      if (talk.sentBefore.size > MOST_REMEMBERED_IDS && oldest !== undefined) talk.sentBefore.delete(oldest);
    }
    return accepted;
  }

  async function resumeOne({ conversation, sequence, activity }: KeptActivity): Promise<void> {
    const after = await store.activitiesSince(conversation, sequence, 50);
    if (after.some((later) => later.activity.replyToId === activity.id)) {
      // It was answered; only the note of it was lost.
      await store.markAnswered(conversation, sequence);
      return;
    }
    const timestamp = new Date(activity.timestamp ?? now());
    await answer(conversation, { ...activity, timestamp }, sequence);
  }

  return {
    adapter,

    start: ({ conversation, user }, locale) =>
      inUse(conversation, async (talk) => {
        const claims = { conversation, user };
        if (!(await startOnce(talk, claims))) return { isNew: false, greeted: Promise.resolve() };
        const arrival = {
          type: 'conversationUpdate',
          membersAdded: [{ id: user, name: '' }],
          locale,
          timestamp: now(),
        };
        return { isNew: true, greeted: answer(conversation, { ...arrival, ...envelope(claims) }) };
      }),

    post: (claims, activity) => inUse(claims.conversation, (talk) => acceptOnce(talk, claims, activity)),

    since: ({ conversation }, watermark) => inUse(conversation, (talk) => talk.since(watermark)),

    async listen({ conversation }, listener) {
      const talk = await talkOf(conversation);
      talk.listeners.add(listener);
      return () => talk.listeners.delete(listener);
    },

    async resume(before) {
      const waiting = await store.claimUnanswered(before.toISOString(), now().toISOString());
      await Promise.all(waiting.map(resumeOne));
      if (waiting.length > 0) log.info({ messages: waiting.length }, 'messages left unanswered are answered now');
      return waiting.length;
    },
  };
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
