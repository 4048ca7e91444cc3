/** What is wrong with an input, as data: field, code and facts. The words are in locales/<language>/case.json. */

/** A closed list; each has its sentence under `error.<code>`. */
export const INPUT_PROBLEM_CODES = [
  'missing',
  'unknown-field',
  'wrong-type',
  'wrong-choice',
  'not-whole',
  'negative',
  'too-small',
  'too-large',
  'too-many-months',
  'too-many-items',
  'too-few-items',
  'bad-month',
  'no-such-month',
  'bad-day',
  'no-such-day',
  'in-future',
  'too-early',
  'too-late',
  'before-measures',
  'before-birth',
  'unknown-region',
  'not-an-amount',
  'not-in-order',
  'more-than-a-year',
  'one-of-two',
  'overlap-too-long',
  'age-outside-table',
  'no-rule-on-day',
] as const;
export type InputProblemCode = (typeof INPUT_PROBLEM_CODES)[number];

export interface InputProblem {
  /** `stays[1].months`; `asOf` for the day, `` for the input as a whole. */
  readonly field: string;
  readonly code: InputProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The person who gave the input must act: every problem at once, none of them a bug. */
export class CaseInputError extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map(({ field, code }) => `${field || 'input'}: ${code}`).join('; '));
    this.name = 'CaseInputError';
    this.problems = problems;
  }
}

export function inputProblem(
  field: string,
  code: InputProblemCode,
  facts: Readonly<Record<string, string | number>> = {},
): InputProblem {
  return { field, code, facts };
}
