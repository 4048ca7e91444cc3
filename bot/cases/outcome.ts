/** What a case gives: the result, how it came about step by step, and what to say with it. Plain data, no words. */
import type { CaseKind, Edition } from '../knowledge/index.ts';

/**
 * Raw values; the last word of a name says what it is (say-facts.ts): `placeRegion` an id, `countedMonths` a number of
 * months, `statutoryMonth` YYYY-MM, `dueDay` YYYY-MM-DD, `pooledYuan` an amount, `retiringAge` an age in months.
 */
export type Facts = Readonly<Record<string, string | number>>;

/** One thing to say: its sentence is in locales under the code. */
export interface Phrase {
  readonly code: string;
  readonly facts: Facts;
}

/** One step of the reasoning, with the article it rests on (`gbf-2009-66#6.2`). */
export interface Step {
  readonly rule: string;
  readonly source: string;
  readonly facts: Facts;
}

/** What a case is worked out with. `today` only tells a slip ("born next year") from an input; rules go by `asOf`. */
export interface Given {
  readonly edition: Edition;
  readonly asOf: string;
  readonly today: string;
}

/** What one rule gives. */
export interface Worked<R> {
  readonly result: R;
  readonly trace: readonly Step[];
  readonly headline: Phrase;
  /** What the person, or an agency, does next. */
  readonly todo: readonly Phrase[];
  /** What would make the result different. */
  readonly change: readonly Phrase[];
  readonly notes: readonly Phrase[];
  /** A figure that only shows the arithmetic: said to be an estimate wherever it is shown. */
  readonly estimate?: boolean;
}

export interface CaseOutcome<R> extends Worked<R> {
  readonly kind: CaseKind;
  /** As given, with ids and amounts in their one form. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Every article of the trace, once, in order. */
  readonly sources: readonly string[];
  readonly asOf: string;
}

export function phrase(code: string, facts: Facts = {}): Phrase {
  return { code, facts };
}

export function step(rule: string, source: string, facts: Facts = {}): Step {
  return { rule, source, facts };
}
