/** What each suggest command is given and gives back. */
import type { Edition, Language, Problem } from '../../knowledge/index.ts';
import type { MatchingModel } from '../../matching/index.ts';
import type { Store } from '../../store/index.ts';
import type { Suggestion } from '../../suggestions/index.ts';
import type { Say } from '../../wording/index.ts';

export interface SuggestInput {
  /** What follows the command's name. */
  readonly operands: readonly string[];
  readonly options: SuggestOptions;
  readonly knowledgeDir: string;
  readonly edition: Edition;
  /** What `npm run train` kept, if it did. */
  readonly model: MatchingModel | undefined;
  readonly store: Pick<Store, 'addOpenQuestion' | 'setQuestionStatus'>;
  /** @param since YYYY-MM-DD; without it everything that no editor has seen */
  readonly suggestions: (since?: string) => readonly Suggestion[];
  /** Hides what could name a person, in words that an editor types. */
  readonly mask: (text: string) => string;
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Where the store is, for messages. */
  readonly storeName: string;
  /** Words of locales/<language>/suggest.json. */
  readonly say: Say;
  /** Words of any file of locales. */
  readonly sayAny: Say;
  readonly sayProblem: (problem: Problem) => string;
  readonly print: (line: string) => void;
  readonly printTable: (rows: readonly object[]) => void;
}

export interface SuggestOptions {
  readonly since?: string | undefined;
  readonly least?: string | undefined;
  readonly json?: boolean | undefined;
  readonly to?: string | undefined;
  readonly voice?: string | undefined;
  readonly style?: string | undefined;
  readonly text?: string | undefined;
  readonly evaluate?: string | undefined;
  readonly anyway?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

/** @returns the exit code: 0 done, 1 refused */
export type SuggestCommand = (input: SuggestInput) => Promise<number>;

/** The command was called in a way it cannot be; the words stand in suggest.json under `key`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly key: string;
  readonly facts: Readonly<Record<string, string>>;
  constructor(key: string, facts: Readonly<Record<string, string>> = {}) {
    super(key);
    this.key = key;
    this.facts = facts;
  }
}
