/** What matching gives: an outcome out of a closed list, what it is about, how sure, and why. */
import type { Language } from '../knowledge/index.ts';

/** Each outcome has its own wording in locales/ and its own count in the store. */
export const OUTCOMES = [
  'answer',
  'clarify',
  'case',
  'contact',
  'handoff',
  'complaint',
  'smalltalk',
  'not-ours',
  'none',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One entry that might be meant. */
export interface Candidate {
  readonly entry: string;
  /** 0…1, calibrated: of answers given at 0.9, nine in ten are right. */
  readonly confidence: number;
  /** The way of asking that came nearest. */
  readonly nearest: string;
  /** What spoke for it, by feature, for an editor to read. */
  readonly evidence: Readonly<Record<string, number>>;
}

/** One question of the message. */
export interface Part {
  readonly text: string;
  readonly outcome: Outcome;
  /** The entry answered, for `answer`, `contact` and `case`. */
  readonly entry?: string;
  /** At most three entries to choose from, for `clarify`. */
  readonly choices: readonly string[];
  /** What it is instead, for `not-ours`. */
  readonly neighbour?: string;
  readonly confidence: number;
  /** Best first, at most ten. */
  readonly candidates: readonly Candidate[];
}

export interface Match {
  /** One part, or two when the message asks two things. */
  readonly parts: readonly Part[];
  /** The language the message is written in. */
  readonly language: Language;
}

/** Ways of asking that a region adds and deletes, and entries it hides; what matching needs to know of an overlay. */
export interface LocalWays {
  readonly added: readonly { readonly entry: string; readonly text: string }[];
  readonly hidden: ReadonlySet<string>;
  /** National ways of asking that don't mean their entry there. */
  readonly hiddenWays: readonly { readonly entry: string; readonly text: string }[];
}

/** A feature of the message and what it said for the first candidate; negative: against it. */
export interface Reason {
  /** Kind and content: "concept:退保". */
  readonly feature: string;
  readonly weight: number;
}

/** A match and why it came out so, for `explainMatch`. */
export interface Explanation {
  readonly match: Match;
  /** One for each part of the match. */
  readonly parts: readonly {
    /** 0…1: that the message is ours at all. */
    readonly ours: number;
    /** 0…1: that the first entry is right; and from where on it is an answer. */
    readonly confidence: number;
    readonly least: number;
    /** The strongest, for and against. */
    readonly reasons: readonly Reason[];
  }[];
}

export interface Matcher {
  /** @param local the differences of the region whose edition is asked */
  match(message: string, local?: LocalWays): Match;
  /** The same, with its reasons; slower, for editors. */
  explain(message: string, local?: LocalWays): Explanation;
  /** As-you-type: entries whose ways of asking begin like `prefix`, best first. */
  complete(prefix: string, most: number, local?: LocalWays): readonly string[];
}
