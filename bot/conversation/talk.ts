/** What is remembered of a talk, and what a turn gives back. Plain data: stored as JSON, compared in tests. */
import type { Answer, NotYet } from '../answers/index.ts';
import type { CaseKind, Language } from '../knowledge/index.ts';
import type { Outcome, PlaceRole } from '../matching/index.ts';
import type { FieldName, Sex } from './case/facts.ts';

/** What a button or a number does. */
export type Command =
  | { readonly do: 'answer'; readonly entry: string }
  | { readonly do: AnswerPart }
  | {
      readonly do:
        | 'not-this'
        | 'none-of-these'
        | 'person'
        | 'leave'
        | 'menu'
        | 'help'
        | 'next'
        | 'previous'
        | 'restart'
        | 'cancel';
    }
  | { readonly do: 'topic'; readonly topic: string }
  | { readonly do: 'rate'; readonly good: boolean }
  /** Without a kind: the one of the entry last answered, or a choice of all. */
  | { readonly do: 'case'; readonly kind?: CaseKind }
  | CaseCommand
  | { readonly do: 'language'; readonly language: Language }
  | { readonly do: 'as-of'; readonly day: string | undefined }
  | { readonly do: 'place'; readonly role: PlaceRole; readonly region: string };

/** What steers a case; read by its dialog alone. */
export type CaseCommand =
  | { readonly do: 'case-answer'; readonly field: FieldName; readonly value: string | number | boolean | null }
  | { readonly do: 'case-change'; readonly field: FieldName }
  | { readonly do: 'case-unknown' | 'case-back' | 'case-cancel' | 'case-remind' | 'case-stopReminders' };

/** The parts of an answer that are shown on demand. */
export type AnswerPart = 'more' | 'example' | 'source' | 'steps';

export interface Option {
  readonly title: string;
  readonly command: Command;
}

export type Places = { readonly [role in PlaceRole]?: string };

/** Everything remembered about one person's talk; `重新开始` replaces it by the empty one. */
export interface Talk {
  /** Set once the person has chosen; otherwise the language follows the messages. */
  readonly chosenLanguage?: Language;
  readonly lastLanguage?: Language;
  /** Provinces: cases, figures and most answers turn on them. */
  readonly places: Places;
  /** The cities in them that were named, by code; a city may have words of its own. */
  readonly cities?: Places;
  /** The day answers are given for; absent: today. */
  readonly asOf?: string;
  /** The entry last answered, and the masked question that led to it. */
  readonly last?: { readonly entry: string; readonly question: string };
  /** What a case was told of the person, so that the next case needn't ask again. */
  readonly person?: { readonly sex?: Sex; readonly birth?: string; readonly post?: 'worker' | 'cadre' };
  /** What numbers and button titles of the last reply stand for. */
  readonly options: readonly Option[];
}

export const EMPTY_TALK: Talk = { places: {}, options: [] };

/** One piece of a reply; channels draw it as they can. */
export type Bubble =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'answer'; readonly part: 'short' | AnswerPart; readonly answer: Answer }
  | { readonly kind: 'not-yet'; readonly notYet: NotYet }
  | CaseBubble;

/** A case worked out, ready to be drawn: every sentence in words, nothing to look up. */
export interface CaseBubble {
  readonly kind: 'case';
  readonly case: CaseKind;
  readonly title: string;
  readonly headline: string;
  /** How it came about, step by step, each with its article. */
  readonly lines: readonly { readonly text: string; readonly source: string }[];
  readonly todo: readonly string[];
  readonly change: readonly string[];
  readonly notes: readonly string[];
  readonly disclaimer: string;
  readonly estimate: boolean;
  /** What it was worked out from; saying `change` asks for that field again. */
  readonly said: readonly CaseLine[];
  /** Path of the page of this case, with the inputs in it. */
  readonly link: string;
  /** The day whose rules were used. */
  readonly asOf: string;
  readonly language: Language;
}

export interface CaseLine {
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

/** What is said that is no outcome of matching: its own wording and its own count all the same. */
export type Decision = Outcome | 'welcome' | 'menu' | 'setting' | 'feedback' | 'left' | 'not-yet' | 'failed';

export interface Reply {
  readonly decision: Decision;
  /** Entries answered or offered, in order. */
  readonly entries: readonly string[];
  readonly bubbles: readonly Bubble[];
  readonly options: readonly Option[];
  /** A number is an answer here: plain text shows the options without numbers. */
  readonly unnumbered?: boolean;
}

/** Something to be kept: a count, a rating, a question for staff. The shell writes it; failing to does not fail the turn. */
export type Note =
  | { readonly kind: 'outcome'; readonly outcome: Decision; readonly entry?: string }
  | {
      readonly kind: 'open-question';
      readonly question: string;
      readonly outcome: Decision;
      readonly entries: readonly string[];
      readonly confidence: number;
    }
  | { readonly kind: 'left-question'; readonly question: string; readonly ticket: string }
  | {
      readonly kind: 'rating';
      readonly good: boolean;
      readonly entry?: string;
      readonly question?: string;
      readonly reason?: string;
    };

/** A dialog that takes the next messages: why it was no use, a question for staff, a case. */
export type Begin =
  | { readonly dialog: 'reason'; readonly entry: string | undefined; readonly question: string | undefined }
  | { readonly dialog: 'leave' }
  | {
      readonly dialog: 'case';
      readonly kind: CaseKind;
      /** The entry that it is counted under. */
      readonly entry: string | undefined;
      readonly message: string | undefined;
    };

export interface TurnResult {
  readonly talk: Talk;
  /** Absent when a dialog speaks instead. */
  readonly reply?: Reply;
  readonly begin?: Begin;
  /** No more reminders in this talk. */
  readonly stopReminders?: boolean;
  readonly notes: readonly Note[];
}
