/**
 * What is kept, as one small interface: the state of talks, Direct Line conversations, counts, feedback, open questions.
 * SQLite and PostgreSQL both stand behind it (sql/), and a guard for bad days (durable-store.ts); nothing else in the
 * program knows which. Texts arrive masked: no ID, phone or card number is ever handed to a store.
 */
import type { Activity, Storage } from 'botbuilder';

/** A Direct Line conversation. Times are ISO texts in UTC: they sort as text in both databases. */
export interface Conversation {
  readonly id: string;
  readonly user: string;
  readonly startedAt: string;
}

/** One activity in its place. The watermark of Direct Line is the sequence of the last activity seen. */
export interface KeptActivity {
  readonly conversation: string;
  /** 1, 2, 3 … within the conversation. */
  readonly sequence: number;
  readonly at: string;
  readonly activity: Partial<Activity>;
  /** A message that the bot has not answered yet; after a crash it is answered on the next start. */
  readonly waiting: boolean;
}

/** What a count is about; empty texts where there is none. */
export interface OutcomeKey {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly channel: string;
  readonly outcome: string;
  readonly entry: string;
  readonly region: string;
}

export interface OutcomeCount extends OutcomeKey {
  readonly n: number;
}

export interface Feedback {
  readonly at: string;
  readonly entry: string;
  /** Edition, and overlay if any, that the answer came from. */
  readonly edition: string;
  readonly rating: 'up' | 'down';
  readonly reason: string;
  /** Masked. */
  readonly question: string;
  readonly language: string;
  readonly region: string;
}

export const QUESTION_STATUSES = ['open', 'taken', 'answered', 'closed'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** A question that found no answer, or that a person left for the staff. */
export interface OpenQuestion {
  /** The ticket the person was told, or any unique text. */
  readonly id: string;
  readonly at: string;
  /** Masked. */
  readonly question: string;
  readonly outcome: string;
  /** Nearest entries, best first. */
  readonly entries: readonly string[];
  readonly confidence: number;
  readonly language: string;
  readonly province: string;
  readonly status: QuestionStatus;
}

/** Something to be said to a conversation later, because the person asked for it. */
export interface KeptReminder {
  readonly id: string;
  /** Any text that names the conversation. */
  readonly conversation: string;
  /** ISO time from which it is to be sent. */
  readonly at: string;
  /** What it needs to be sent; plain data. */
  readonly message: unknown;
}

/** What was deleted because its time was over. */
export interface Forgotten {
  readonly conversations: number;
  readonly states: number;
  readonly questions: number;
}

export interface Store {
  /** State of the bot's dialogs: botbuilder's own contract, eTags included. A conflict throws {@link StateConflictError}. */
  readonly state: Storage;

  /** Does nothing when it exists. */
  readonly startConversation: (conversation: Conversation) => Promise<void>;
  readonly findConversation: (id: string) => Promise<Conversation | undefined>;
  /** @returns false when the sequence is taken already: somebody else wrote to this conversation */
  readonly appendActivity: (kept: KeptActivity) => Promise<boolean>;
  /** For an activity that the bot changes or takes back later. */
  readonly replaceActivity: (conversation: string, sequence: number, activity: Partial<Activity>) => Promise<void>;
  /** @returns activities after `sequence`, in order, at most `most` */
  readonly activitiesSince: (conversation: string, sequence: number, most: number) => Promise<readonly KeptActivity[]>;
  /** 0 for an empty or unknown conversation. */
  readonly lastSequence: (conversation: string) => Promise<number>;
  readonly markAnswered: (conversation: string, sequence: number) => Promise<void>;
  /**
   * Takes over messages that wait since before `before`, oldest first; each is given to one caller only.
   * @param at when they are taken, so that another process leaves them alone for a while
   */
  readonly claimUnanswered: (before: string, at: string) => Promise<readonly KeptActivity[]>;

  readonly countOutcome: (key: OutcomeKey) => Promise<void>;
  /** @param from first day @param until last day, both included */
  readonly outcomeCounts: (from: string, until: string) => Promise<readonly OutcomeCount[]>;

  readonly addFeedback: (feedback: Feedback) => Promise<void>;
  /** Newest first. @param since ISO time */
  readonly feedbackSince: (since: string) => Promise<readonly Feedback[]>;

  readonly addOpenQuestion: (question: OpenQuestion) => Promise<void>;
  /** Newest first; of one status, or all. */
  readonly openQuestions: (status?: QuestionStatus) => Promise<readonly OpenQuestion[]>;
  /** @returns false when there is no such question */
  readonly setQuestionStatus: (id: string, status: QuestionStatus) => Promise<boolean>;

  /** The same id again takes the place of the one before. */
  readonly addReminder: (reminder: KeptReminder) => Promise<void>;
  /** Those of one conversation. */
  readonly deleteReminders: (conversation: string) => Promise<void>;
  readonly deleteReminder: (id: string) => Promise<void>;
  /**
   * Takes those that are due, earliest first; each is given to one caller only.
   * @param at now, ISO @param claimedBefore who took one before this has failed with it
   */
  readonly claimReminders: (at: string, claimedBefore: string) => Promise<readonly KeptReminder[]>;

  /** Deletes talk and questions last touched before these times. Counts hold no person and stay. */
  readonly forget: (talkBefore: string, questionsBefore: string) => Promise<Forgotten>;

  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Two turns wrote the same state; the later one must read again. */
export class StateConflictError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`eTag conflict on state ${key}: it was changed since it was read`);
    this.name = 'StateConflictError';
    this.key = key;
  }
}
