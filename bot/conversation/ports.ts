/** What the conversation needs from outside; the store and the clock of the server fit in. */
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
