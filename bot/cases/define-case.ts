/** The frame every case shares: read the input, check what hangs together, work it out, collect the sources. */
import type { z } from 'zod';
import type { CaseKind } from '../knowledge/index.ts';
import { CaseInputError, type InputProblem } from './case-input-error.ts';
import type { CaseOutcome, Given, Worked } from './outcome.ts';
import { readInput } from './read-input.ts';

export interface CaseDefinition<I, R> {
  readonly kind: CaseKind;
  readonly input: z.ZodType<I>;
  readonly result: z.ZodType<R>;
  /** Names of the fields, for "did you mean". */
  readonly fields: readonly string[];
  /** What one field cannot tell alone: order of days, sums, fields that another makes necessary. */
  readonly check: (input: I, given: Given) => readonly InputProblem[];
  /** @throws CaseInputError where the law has no rule for that day */
  readonly work: (input: I, given: Given) => Worked<R>;
}

export interface Case<R> {
  readonly kind: CaseKind;
  readonly input: z.ZodType;
  readonly result: z.ZodType<R>;
  readonly run: (input: unknown, given: Given) => CaseOutcome<R>;
}

export function defineCase<I extends Readonly<Record<string, unknown>>, R>(definition: CaseDefinition<I, R>): Case<R> {
  const { kind, input, result, fields, check, work } = definition;
  return {
    kind,
    input,
    result,
    run(raw, given) {
      const reading = readInput(given.edition, input, fields, raw);
      if (!('input' in reading)) throw new CaseInputError(reading.problems);
      const problems = check(reading.input, given);
      if (problems.length > 0) throw new CaseInputError(problems);
      const worked = work(reading.input, given);
      return {
        kind,
        input: reading.input,
        ...worked,
        sources: [...new Set(worked.trace.map((taken) => taken.source))],
        asOf: given.asOf,
      };
    },
  };
}
