/**
 * Sends reminders when their time has come: looks at the start, for what came due while nobody was there, and every
 * minute from then on. Each goes out through the adapter of the channel it was asked on.
 */
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Reminder, ReminderKeeper } from '../../conversation/index.ts';
import { type ChannelLog, errorFacts } from '../http/index.ts';

/** Begins a turn of the bot's own in a conversation. */
export type ContinueConversation = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

export interface RemindersOptions {
  readonly keeper: Pick<ReminderKeeper, 'claim' | 'done'>;
  /** What is said: the bot's. */
  readonly send: (context: TurnContext, reminder: Reminder) => Promise<void>;
  /** The way into a channel's conversations; undefined for a channel that isn't there (any more). */
  readonly adapterOf: (channelId: string) => ContinueConversation | undefined;
  readonly now: () => Date;
  readonly log: ChannelLog;
  /** Calls back every minute and gives a way to end that; replaced in tests. */
  readonly everyMinute?: (run: () => void) => () => void;
}

/** A reminder that could not be sent for so long is of no use any more. */
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;
const MINUTE_MS = 60_000;

/** @returns ends it */
export function startReminders(options: RemindersOptions): () => void {
  const { log, everyMinute = eachMinute } = options;
  const run = () => {
    sendDue(options).catch((error: unknown) => log.warn(errorFacts(error), 'reminders could not be read'));
  };
  run();
  return everyMinute(run);
}

/** One look. @returns how many were sent */
export async function sendDue({ keeper, send, adapterOf, now, log }: RemindersOptions): Promise<number> {
  let sent = 0;
  for (const reminder of await keeper.claim(now())) {
    const late = now().getTime() - Date.parse(reminder.at);
    const enter = adapterOf(reminder.conversation.channelId ?? '');
    try {
      if (enter && late < GIVEN_UP_AFTER_MS) {
        await enter(reminder.conversation, (context) => send(context, reminder));
        sent += 1;
      } else log.warn({ channel: reminder.conversation.channelId }, 'a reminder was given up');
      await keeper.done(reminder.id);
    } catch (error) {
      // It stays and comes again.
      log.warn({ channel: reminder.conversation.channelId, ...errorFacts(error) }, 'a reminder could not be sent');
    }
  }
  return sent;
}

function eachMinute(run: () => void): () => void {
  const timer = setInterval(run, MINUTE_MS);
  timer.unref();
  return () => clearInterval(timer);
}
