/** Dated parameters for the rules: the value of a day with its source, or the reason why there is none. */
import { type Edition, holdsOn, parameterOn } from '../knowledge/index.ts';
import { CaseInputError, inputProblem } from './case-input-error.ts';

export interface Dated<T> {
  readonly value: T;
  /** The article that sets it. */
  readonly source: string;
}

/**
 * A number of the law on a day.
 * @param field the input that led to this day: named when no rule held then
 * @throws CaseInputError `no-rule-on-day`, with the first day of which something is known
 */
export function numberOn(edition: Edition, id: string, day: string, field = 'asOf'): Dated<number> {
  const found = parameterOn(edition.parameters, id, day);
  if (!found) throw noRule(edition, id, day, field);
  return { value: Number(found.value), source: found.source };
}

/** Like `numberOn`, where a day without a rule is an answer too. */
export function numberOnOrNone(edition: Edition, id: string, day: string): Dated<number> | undefined {
  const found = parameterOn(edition.parameters, id, day);
  return found && { value: Number(found.value), source: found.source };
}

/** A table of the law on a day, e.g. payout months by age. @throws CaseInputError `no-rule-on-day` */
export function tableOn(
  edition: Edition,
  id: string,
  day: string,
  field = 'asOf',
): Dated<Readonly<Record<string, number>>> {
  const found = parameterOn(edition.parameters, id, day);
  if (!found || typeof found.value !== 'object') throw noRule(edition, id, day, field);
  return { value: found.value, source: found.source };
}

/** A day that the law names, such as the first day of the Measures: the latest value that is known. */
export function namedDay(edition: Edition, id: string): string {
  const value = edition.parameters.get(id)?.values.at(-1)?.value;
  if (typeof value !== 'string') throw new Error(`parameters.yaml names no day "${id}"`);
  return value;
}

/** Whether a document was in force on a day: `inForce(edition, 'rsbf-2010-70', '2010-06-01')` is false. */
export function inForce(edition: Edition, document: string, day: string): boolean {
  const source = edition.sources.get(document);
  return source !== undefined && holdsOn(source, day);
}

/** For a step that has no other rule before its document. @throws CaseInputError `no-rule-on-day` */
export function mustBeInForce(edition: Edition, document: string, day: string, field: string): void {
  const source = edition.sources.get(document);
  if (!source) throw new Error(`sources.yaml has no "${document}"`);
  if (!holdsOn(source, day))
    throw new CaseInputError([inputProblem(field, 'no-rule-on-day', { askedDay: day, firstDay: source.from })]);
}

function noRule(edition: Edition, id: string, day: string, field: string): CaseInputError {
  const first = edition.parameters.get(id)?.values[0]?.from;
  if (first === undefined) throw new Error(`parameters.yaml has no "${id}"`);
  return new CaseInputError([inputProblem(field, 'no-rule-on-day', { askedDay: day, firstDay: first })]);
}
