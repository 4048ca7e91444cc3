/** What the bench asks of a process of its own, and what that answers. Plain data: it crosses from process to process. */
import type { Asked } from '../../bot/knowledge/index.ts';
import type { Timing } from './timing.ts';

/** A question and the entries that are right for it; none where it isn't ours or nobody has said. */
export interface Labelled {
  readonly q: string;
  readonly ids: readonly string[];
}

export interface EngineJob {
  readonly kind: 'engine';
  readonly engine: string;
  readonly ways: readonly Asked[];
  readonly questions: readonly Labelled[];
  /** Milliseconds of asking. */
  readonly limit: number;
}

export interface OwnSizeJob {
  readonly kind: 'own-size';
  readonly questions: readonly Labelled[];
  readonly limit: number;
}

/** Of labelled questions that were asked. */
export interface Hits {
  readonly asked: number;
  /** The answer given is right. */
  readonly first: number;
  /** The right one is among the first three. */
  readonly three: number;
  /** The best candidate is right, answered or not. */
  readonly best: number;
}

export interface EngineResult {
  readonly buildMs: number;
  /** Heap and external memory that stay after building and asking. */
  readonly bytes: number;
  readonly timing: Timing;
  readonly hits: Hits;
}

export interface OwnSizeResult {
  readonly ways: number;
  readonly labelled: { readonly timing: Timing; readonly hits: Hits };
  readonly own: Timing;
  readonly prefixes: Timing;
}
