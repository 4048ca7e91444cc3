/** The tables as Kysely sees them. JSON is kept as text: both databases read and write it the same way. */
import type { Kysely } from 'kysely';

export interface Tables {
  bot_state: { key: string; value: string; etag: string; updated_at: string };
  conversations: { id: string; user_id: string; started_at: string; last_at: string };
  activities: {
    conversation: string;
    sequence: number;
    at: string;
    activity: string;
    /** Since when it waits for its answer; null once answered. */
    waiting_since: string | null;
  };
  outcome_counts: { day: string; channel: string; outcome: string; entry: string; region: string; n: number };
  feedback: {
    id: string;
    at: string;
    entry: string;
    edition: string;
    rating: string;
    reason: string;
    question: string;
    language: string;
    region: string;
  };
  open_questions: {
    id: string;
    at: string;
    question: string;
    outcome: string;
    entries: string;
    confidence: number;
    language: string;
    province: string;
    status: string;
  };
  reminders: {
    id: string;
    conversation: string;
    due_at: string;
    /** When a process took it to send it; null: nobody yet. */
    claimed_at: string | null;
    message: string;
  };
}

export type Database = Kysely<Tables>;
