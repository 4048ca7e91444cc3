/** A refused input as problem+json (RFC 9457), the same for the command line and for POST /api/cases. */
import type { CaseKind, Edition, Language } from '../knowledge/index.ts';
import type { CaseInputError } from './case-input-error.ts';
import { sayInputProblem } from './say-case.ts';
import type { Say } from './say-facts.ts';

export interface ProblemDocument {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: 422;
  readonly detail: string;
  readonly kind: CaseKind;
  readonly problems: readonly {
    readonly field: string;
    readonly code: string;
    readonly reason: string;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];
}

export function problemDocument(
  edition: Edition,
  kind: CaseKind,
  error: CaseInputError,
  say: Say,
  language: Language,
): ProblemDocument {
  const problems = error.problems.map(({ field, code, facts }) => ({
    field,
    code,
    reason: sayInputProblem(edition, { field, code, facts }, say, language),
    facts,
  }));
  return {
    type: 'about:blank',
    title: say('case:problem.title'),
    status: 422,
    detail: problems[0]?.reason ?? '',
    kind,
    problems,
  };
}
