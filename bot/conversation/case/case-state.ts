/** How far a case is: what is known, what the person doesn't know, what is asked. Plain data: it stands in the dialog's state. */
import type { CaseKind } from '../../knowledge/index.ts';
import type { CaseFacts, FieldName, ReadFacts } from './facts.ts';

export interface CaseState {
  readonly kind: CaseKind;
  /** The entry that led here: what is counted, and what "that" is about afterwards. */
  readonly entry: string | undefined;
  readonly facts: CaseFacts;
  /** Fields answered by 不知道. */
  readonly unknown: readonly FieldName[];
  /** Fields asked and answered, in order: where 返回 goes. */
  readonly asked: readonly FieldName[];
  /** What is asked now; absent once the case is worked out. */
  readonly pending?: FieldName;
  /** Full years, said instead of the birth. */
  readonly age?: number;
  /** Year of birth, said without the month. */
  readonly birthYear?: number;
  /** The amount is that of a temporary account. */
  readonly temporary?: boolean;
  /** The wages were put into the latest years. */
  readonly yearsAssumed?: boolean;
  /** Provinces said without months, to be joined with the months said next. */
  readonly halfStays?: readonly string[];
}

export function emptyCase(kind: CaseKind, entry: string | undefined): CaseState {
  return { kind, entry, facts: {}, unknown: [], asked: [] };
}

/** The case with what a message says; fields said take the place of what was there. */
export function withFacts(state: CaseState, { facts, ...beside }: ReadFacts): CaseState {
  const said = Object.keys(facts) as FieldName[];
  const { halfStays: _half, ...rest } = state;
  const next: CaseState = {
    ...(said.includes('stays') ? rest : state),
    ...beside,
    facts: { ...state.facts, ...facts },
    unknown: state.unknown.filter((field) => !said.includes(field)),
  };
  return said.includes('birth') ? withoutAge(next) : next;
}

/** The case without one field, so that it is asked again. */
export function withoutField(state: CaseState, field: FieldName): CaseState {
  const { [field]: _gone, ...facts } = state.facts;
  const next = { ...state, facts, unknown: state.unknown.filter((one) => one !== field) };
  return field === 'birth' ? withoutAge(next) : next;
}

function withoutAge({ age: _age, birthYear: _year, ...state }: CaseState): CaseState {
  return state;
}

export function isAnswered(state: CaseState, field: FieldName): boolean {
  return state.facts[field] !== undefined || state.unknown.includes(field);
}
