/** A filled form → the case worked out, or what stands against it, each at its field. Nothing is stored. */
import {
  CaseInputError,
  type CaseOutcome,
  type CaseResults,
  fieldLabel,
  type InputProblem,
  runCase,
  type SaidCase,
  sayCase,
  sayInputProblem,
} from '../../../cases/index.ts';
import { caseAddress } from '../../../conversation/index.ts';
import type { CaseKind } from '../../../knowledge/index.ts';
import type { PageContext } from '../render/page-context.ts';
import { type CaseInput, type ReadInput, readCaseInput } from './case-input.ts';
import type { FilledForm } from './filled-form.ts';

export interface FieldProblem {
  /** Name of the field in the form; of the rows where a list as a whole is meant. */
  readonly field: string;
  readonly missing: boolean;
  readonly text: string;
  readonly label: string;
}

/** Outcome of one kind, told apart by `kind`. */
export type AnyOutcome = { [K in CaseKind]: CaseOutcome<CaseResults[K]> & { readonly kind: K } }[CaseKind];

export interface WorkedCase {
  readonly filled: FilledForm;
  readonly asOf: string;
  /** Path with the inputs as they were understood: the same result, whoever opens it. */
  readonly link: string;
  readonly input: CaseInput;
  readonly worked: { readonly outcome: AnyOutcome; readonly said: SaidCase } | undefined;
  /** Empty when worked out, and on a page just opened. */
  readonly problems: readonly FieldProblem[];
}

export function workOutForm(filled: FilledForm, context: PageContext): WorkedCase {
  const { edition, today, say, settings } = context;
  const read = readCaseInput(filled, edition, today);
  const asOf = read.asOf ?? today;
  const common = {
    filled,
    asOf,
    input: read.input,
    link: caseAddress(filled.kind, read.input, read.asOf === today ? undefined : read.asOf),
  };
  if (filled.blank) return { ...common, worked: undefined, problems: [] };
  try {
    const outcome = runCase(edition, filled.kind, read.taken, { asOf, today }) as AnyOutcome;
    return { ...common, worked: { outcome, said: sayCase(edition, outcome, say, settings.language) }, problems: [] };
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    return { ...common, worked: undefined, problems: problemsAt(error.problems, filled, read, context) };
  }
}

function problemsAt(
  problems: readonly InputProblem[],
  { kind }: FilledForm,
  { rowsAt }: ReadInput,
  { edition, say, settings }: PageContext,
): FieldProblem[] {
  return problems
    .flatMap((problem) => asked(kind, problem))
    .map((problem) => {
      const field = placeInForm(problem.field, rowsAt);
      // The sentence names the row; it must be the one the person sees.
      const seen = { ...problem, field };
      return {
        field: FORM_NAMES[field] ?? (kind === 'amount' && field === 'account' ? 'account.since1998' : field),
        missing: problem.code === 'missing',
        text: sayInputProblem(edition, seen, say, settings.language),
        label: fieldLabel(field, say),
      };
    });
}

/** What the cases call a field, where the form calls it otherwise. */
const FORM_NAMES: Readonly<Record<string, string>> = { asOf: 'asof' };

/** Instead of a figure that this form reckons itself, the fields it is reckoned from are missing. */
const RECKONED: Readonly<Record<string, readonly string[]>> = {
  'pension.ageMonths': ['sex', 'birth'],
  'schemes.atAge': ['sex', 'birth'],
};

function asked(kind: CaseKind, problem: InputProblem): readonly InputProblem[] {
  const instead = problem.code === 'missing' ? RECKONED[`${kind}.${problem.field}`] : undefined;
  return instead ? instead.map((field) => ({ ...problem, field })) : [problem];
}

/** `stays[1].months` of the input → `stays[2].months` of the form when an empty row stands before. */
function placeInForm(field: string, rowsAt: ReadInput['rowsAt']): string {
  return field.replace(/^(\w+)\[(\d+)\]/, (whole, rows: string, index: string) => {
    const at = rowsAt.get(rows)?.[Number(index)];
    return at === undefined ? whole : `${rows}[${at}]`;
  });
}
