/** What the conversation needs from outside; the store and the clock of the server fit in. */
import type { ConversationReference } from 'botbuilder';
import type { Language } from '../knowledge/index.ts';
import type { Note } from './talk.ts';

/** Where notes of a turn are kept. Failing to keep one must not fail the turn: the store sees to that. */
export interface NoteKeeper {
  readonly keep: (note: Note, about: NoteContext) => Promise<void>;
}

export interface NoteContext {
  readonly at: Date;
  readonly channel: string;
  readonly edition: string;
  readonly language: string;
  readonly region: string | undefined;
}

/** A limit that somebody asked to be reminded of. */
export interface Reminder {
  readonly id: string;
  /** ISO time (UTC) from which it is to be sent. */
  readonly at: string;
  /** The last day of the limit, YYYY-MM-DD. */
  readonly due: string;
  readonly stage: 1 | 2 | 3;
  readonly language: Language;
  /** Where to send it. */
  readonly conversation: Partial<ConversationReference>;
}

/** Where reminders wait for their day. */
export interface ReminderKeeper {
  /** The same id again takes the place of the one before. */
  readonly add: (reminders: readonly Reminder[]) => Promise<void>;
  /** Forgets those of one conversation. @param conversation as {@link conversationKey} gives it */
  readonly stop: (conversation: string) => Promise<void>;
  /** Those whose time has come, each given to one caller only; one that is not `done` comes again later. */
  readonly claim: (now: Date) => Promise<readonly Reminder[]>;
  readonly done: (id: string) => Promise<void>;
}

/** Names a conversation across channels. */
export function conversationKey({ channelId, conversation }: Partial<ConversationReference>): string {
  return `${channelId ?? ''}/${conversation?.id ?? ''}`;
}
