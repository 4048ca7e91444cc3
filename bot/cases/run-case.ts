/** The seven cases under their names, and the one function that works one out. */
import type { CaseKind, Edition } from '../knowledge/index.ts';
import { type AmountResult, amount } from './amount.ts';
import { type BenefitPlaceResult, benefitPlace } from './benefit-place.ts';
import { CaseInputError, inputProblem } from './case-input-error.ts';
import { type DeadlinesResult, deadlines } from './deadlines.ts';
import type { Case } from './define-case.ts';
import { DAY } from './fields.ts';
import { existsDay, yearOf } from './months.ts';
import type { CaseOutcome } from './outcome.ts';
import { type PensionResult, pension } from './pension.ts';
import { PLAUSIBLE } from './plausible.ts';
import { type RetirementResult, retirement } from './retirement.ts';
import { type SchemesResult, schemes } from './schemes.ts';
import { type TransferResult, transfer } from './transfer.ts';

export interface CaseResults {
  'benefit-place': BenefitPlaceResult;
  transfer: TransferResult;
  amount: AmountResult;
  deadlines: DeadlinesResult;
  retirement: RetirementResult;
  pension: PensionResult;
  schemes: SchemesResult;
}

export const CASES: { readonly [K in CaseKind]: Case<CaseResults[K]> } = {
  'benefit-place': benefitPlace,
  transfer,
  amount,
  deadlines,
  retirement,
  pension,
  schemes,
};

export interface AsOf {
  /** The day whose rules count, YYYY-MM-DD. */
  readonly asOf: string;
  /** The real day, to tell a slip ("born next year") from an input; default: asOf, or the day of the edition if later. */
  readonly today?: string;
}

/**
 * Works a case out.
 * @param input anything; checked against the case's schema
 * @throws CaseInputError with every problem of the input at once
 * @example runCase(edition, 'deadlines', { applied: '2026-09-18' }, { asOf: '2026-10-01' }).result.limits
 */
export function runCase<K extends CaseKind>(
  edition: Edition,
  kind: K,
  input: unknown,
  { asOf, today }: AsOf,
): CaseOutcome<CaseResults[K]> {
  checkAsOf(asOf);
  const latest = [asOf, edition.manifest.published].sort().at(-1) ?? asOf;
  return CASES[kind].run(input, { edition, asOf, today: today ?? latest });
}

function checkAsOf(asOf: string): void {
  const given = asOf.slice(0, 40);
  if (!DAY.test(asOf) || !existsDay(asOf)) throw new CaseInputError([inputProblem('asOf', 'bad-day', { given })]);
  if (yearOf(asOf) > PLAUSIBLE.lastYear)
    throw new CaseInputError([inputProblem('asOf', 'too-late', { given, lastYear: PLAUSIBLE.lastYear })]);
}
