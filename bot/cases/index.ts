/** The seven rules worked out for one person, each with its trace. The only door of this folder. */

export type { AmountResult } from './amount.ts';
export type { BenefitPlaceResult } from './benefit-place.ts';
export { writeCalendar } from './calendar-file.ts';
export { CaseInputError, INPUT_PROBLEM_CODES, type InputProblem, type InputProblemCode } from './case-input-error.ts';
export { DEADLINE_STATES, type DeadlinesResult } from './deadlines.ts';
export { findRegion } from './find-region.ts';
export { casesOpenApi } from './openapi.ts';
export type { CaseOutcome, Facts, Phrase, Step } from './outcome.ts';
export type { PensionResult } from './pension.ts';
export { type ProblemDocument, problemDocument } from './problem-document.ts';
export type { RetirementResult } from './retirement.ts';
export { type AsOf, CASES, type CaseResults, runCase } from './run-case.ts';
export { fieldLabel, type SaidCase, type SaidLine, sayCase, sayInputProblem } from './say-case.ts';
export { regionName, type Say, sayFacts, sourceName } from './say-facts.ts';
export type { SchemesResult } from './schemes.ts';
export type { TransferResult } from './transfer.ts';
export { addWorkingDays, coversYear, isWorkday } from './working-days.ts';
