/** What each overlay command is given and gives back. */
import type { Language, Problem } from '../../knowledge/index.ts';
import type { Say } from '../../wording/index.ts';

export interface CommandInput {
  /** What follows the command's name. */
  readonly operands: readonly string[];
  readonly options: {
    readonly 'as-of'?: string | undefined;
    readonly reviewer?: string | undefined;
    readonly questions?: string | undefined;
    readonly city?: string | undefined;
  };
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly language: Language;
  readonly now: Date;
  /** Words of locales/<language>/overlay.json. */
  readonly say: Say;
  readonly sayProblem: (problem: Problem) => string;
  readonly print: (line: string) => void;
}

/** @returns the exit code: 0 all well, 1 something to look at */
export type OverlayCommand = (input: CommandInput) => Promise<number>;

/** The command was called in a way it cannot be; the words stand in overlay.json under `key`. */
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
