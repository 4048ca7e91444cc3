/**
 * What is wrong with a file, as data: a code, a place and the facts of the case. Words come last, from
 * locales/<language>/problems.json (`sayProblem` in bot/wording), so that an editor reads them in their language.
 */

/** Every way in which a knowledge file can be wrong. The words stand in locales under the same name. */
export const PROBLEM_CODES = [
  // the text as YAML
  'unreadable',
  'too-large',
  'not-utf8',
  'yaml-syntax',
  'duplicate-key',
  'alias',
  'empty-file',
  // the shape
  'unknown-key',
  'missing-key',
  'wrong-type',
  'wrong-value',
  'wrong-format',
  'too-short',
  'too-long',
  // what holds between files
  'file-name',
  'duplicate-id',
  'duplicate-item',
  'duplicate-point',
  'unknown-topic',
  'unknown-entry',
  'unknown-source',
  'unknown-article',
  'unknown-parameter',
  'unknown-item',
  'unknown-language',
  'unknown-target',
  'no-such-day',
  'period-reversed',
  'period-gap',
  'period-overlap',
  'period-open',
  'point-outside-version',
  'source-not-in-force',
  'parameter-not-in-force',
  'missing-language',
  'short-too-long',
  'same-asking',
  'bare-number',
  'unexplained-term',
  'unjudged-word',
  'sum-wrong',
  'sum-not-in-text',
  'case-wrong',
  'protected-without-item',
  // overlays
  'overlay-region',
  'overlay-id-prefix',
  'overlay-protected',
  'overlay-deleted-target',
  'overlay-twice',
  'overlay-version',
  'overlay-half-written',
  'overlay-nothing',
  'overlay-no-manifest',
  'overlay-unknown-file',
  'overlay-unknown-region',
  'overlay-not-a-city',
  'overlay-city',
  'overlay-added-and-deleted',
  'overlay-hidden-below',
  'overlay-refines-own',
  'overlay-cycle',
  'overlay-no-fingerprint',
  'overlay-kept-words',
  'unknown-point',
  'unknown-variant',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Place {
  /** Path as the editor knows it, relative to the repository where possible. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** The source line, cut to about 80 characters, with a caret line under the culprit. */
  readonly excerpt: string;
}

export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** What the words need: the bad value, the nearest known name, what was expected. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A knowledge base that must not be used; whoever edits it has to act. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.code} ${JSON.stringify(p.facts)}`).join('\n'));
    this.problems = problems;
  }
}
