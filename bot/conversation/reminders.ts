/** Reminders of limits: which ones somebody gets who asks for them, and what each says when its day has passed. */
import type { ConversationReference } from 'botbuilder';
import { Temporal } from 'temporal-polyfill';
import { writeDate } from '../knowledge/index.ts';
import { conversationKey, type Reminder } from './ports.ts';
import type { Option, Reply } from './talk.ts';
import { hotline, platform, type TurnContext } from './turn-context.ts';

/** A limit has passed when its last day is over; nobody is woken for it. */
const HOUR = 9;
const CHINA = 'Asia/Shanghai';

export interface Limit {
  readonly stage: 1 | 2 | 3;
  /** Last day, YYYY-MM-DD. */
  readonly due: string;
}

/** One for each limit, on the morning after its last day. */
export function remindersOf(
  { language }: TurnContext,
  limits: readonly Limit[],
  conversation: Partial<ConversationReference>,
): Reminder[] {
  return limits.map(({ stage, due }) => ({
    id: `${conversationKey(conversation)}#${stage}`,
    at: morningAfter(due),
    due,
    stage,
    language,
    conversation,
  }));
}

/** @returns ISO time in UTC */
export function morningAfter(day: string): string {
  const morning = Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime({
      timeZone: CHINA,
      plainTime: Temporal.PlainTime.from({ hour: HOUR }),
    });
  return new Date(morning.epochMilliseconds).toISOString();
}

/** What is said when it is kept. */
export function reminderKeptReply(context: TurnContext, limits: readonly Limit[]): Reply {
  const { say, language } = context;
  if (limits.length === 0) return reminderReply(context, [say('case-talk:reminder.none')]);
  const days = limits.map(({ due }) => writeDate(due, language)).join(say('case-talk:listSeparator'));
  return reminderReply(context, [say('case-talk:reminder.kept', { days })]);
}

/** The proactive message. */
export function reminderDueReply(context: TurnContext, { stage, due }: Reminder): Reply {
  const { say, language } = context;
  const facts = {
    number: stage,
    dueDay: writeDate(due, language),
    hotline: hotline(context),
    platform: platform(context),
  };
  return reminderReply(context, [
    say(`case-talk:reminder.due-${stage}`, facts),
    say('case-talk:reminder.ask', facts),
    say('case-talk:reminder.howToStop'),
  ]);
}

function reminderReply({ say }: TurnContext, texts: readonly string[]): Reply {
  const stop: Option = { title: say('case-talk:option.stopReminders'), command: { do: 'case-stopReminders' } };
  return {
    decision: 'case',
    entries: [],
    bubbles: [{ kind: 'text', text: texts.join('\n') }],
    options: [stop],
  };
}
