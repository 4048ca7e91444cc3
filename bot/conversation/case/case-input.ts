/** What is known → the input of a case (bot/cases), and trials of it: what would come out, and what is wrong with one answer. */
import { CaseInputError, type CaseOutcome, type CaseResults, type InputProblem, runCase } from '../../cases/index.ts';
import type { CaseKind, Edition } from '../../knowledge/index.ts';
import type { CaseState } from './case-state.ts';
import type { FieldName } from './facts.ts';
import { defined } from './read-facts.ts';

/** The rules of which day, and the real day. */
export interface CaseDays {
  readonly edition: Edition;
  readonly asOf: string;
  readonly today: string;
}

type Input = Readonly<Record<string, unknown>>;

/** Only fields of the kind; what isn't known is left out. */
export function inputOf(state: CaseState, today: string): Input {
  const { facts, age } = state;
  const post = facts.sex === 'female' ? facts.post : undefined;
  const person = { sex: facts.sex, birth: facts.birth, post };
  switch (state.kind) {
    case 'benefit-place':
      return defined({ hukou: facts.hukou, relation: facts.relation, stays: facts.stays });
    case 'transfer':
      return defined({
        sex: facts.sex,
        birth: facts.birth ?? (age === undefined ? undefined : bornBefore(today, age)),
        hukou: facts.hukou,
        from: facts.from,
        to: facts.to,
        joined: facts.joined,
        approved: facts.approved,
        receiving: facts.receiving,
      });
    case 'amount':
      return isTemporary(state)
        ? { temporary: defined({ employer: facts.employer, employee: facts.employee, interest: facts.interest }) }
        : defined({ wages: facts.wages, account: accountOf(state) });
    case 'deadlines': {
      const { applied, received, letterReceived, fundsReceived, finished } = facts;
      // "受理" without the application: the first stage runs from it all the same.
      return defined({ applied: applied ?? received, received, letterReceived, fundsReceived, finished });
    }
    case 'retirement':
      return defined({ ...person, months: facts.months, insuredBeforeLaw: facts.insuredBeforeLaw });
    case 'pension': {
      const { base, index, months, since1998, ageMonths } = facts;
      const born = person.sex !== undefined && person.birth !== undefined;
      return defined({ base, index, months, account: since1998, ageMonths, ...(born ? person : {}) });
    }
    case 'schemes': {
      const { atAge, receiving, employeeMonths, residentMonths, overlapMonths } = facts;
      const born = person.sex !== undefined && person.birth !== undefined && !(person.sex === 'female' && !post);
      return defined({ atAge, receiving, employeeMonths, residentMonths, overlapMonths, ...(born ? person : {}) });
    }
  }
}

export function isTemporary({ facts, temporary }: CaseState): boolean {
  return temporary === true || facts.employer !== undefined;
}

function accountOf({ facts, unknown }: CaseState): Input | undefined {
  // Not knowing the balance leaves the pooled part, which is most of the money; that it is missing is said.
  const since1998 = facts.since1998 ?? (unknown.includes('since1998') ? '0.00' : undefined);
  return since1998 === undefined ? undefined : defined({ since1998, before1998: facts.before1998 });
}

/** Somebody of a known age, born as late as can be: on this very day so many years ago. */
export function bornBefore(today: string, age: number): string {
  const [year = '', month, day] = today.split('-');
  return `${Number(year) - age}-${month}-${day === '29' && month === '02' ? '28' : day}`;
}

/** @throws CaseInputError with every problem */
export function workOut<K extends CaseKind>(kind: K, input: Input, days: CaseDays): CaseOutcome<CaseResults[K]> {
  return runCase(days.edition, kind, input, days);
}

/** What would come out with more known; undefined while something is missing or wrong. */
export function tryOut<K extends CaseKind>(
  kind: K,
  input: Input,
  days: CaseDays,
): CaseOutcome<CaseResults[K]> | undefined {
  try {
    return workOut(kind, input, days);
  } catch (error) {
    if (error instanceof CaseInputError) return undefined;
    throw error;
  }
}

/** Answers that are right for anybody, so that one answer can be judged while the others are still missing. */
function probe({ kind, facts }: CaseState, { edition, today }: CaseDays): Input {
  const [region = ''] = edition.regions.keys();
  const born = { sex: 'male', birth: '1980-01' };
  switch (kind) {
    case 'benefit-place':
      return { hukou: region, stays: [{ region, months: 12 }] };
    case 'transfer':
      return { ...born, hukou: region, from: region, to: region };
    case 'amount':
      return {};
    case 'deadlines':
      // No later than any day that was said, or the order of the days would be wrong by our own doing.
      return {
        applied: [today, facts.letterReceived, facts.fundsReceived, facts.finished]
          .flatMap((day) => day ?? [])
          .sort()[0],
      };
    case 'retirement':
      return born;
    case 'pension':
      return { base: '1.00', months: 1, ageMonths: 720 };
    case 'schemes':
      return { atAge: true, employeeMonths: 0 };
  }
}

/** Everything wrong with what was said so far; nothing about what is still missing. */
export function problemsOf(state: CaseState, days: CaseDays): readonly InputProblem[] {
  try {
    workOut(state.kind, { ...probe(state, days), ...inputOf(state, days.today) }, days);
    return [];
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    return error.problems.filter(({ code }) => code !== 'missing');
  }
}

/** Which answer a problem is about: `account.since1998` → since1998, `wages[0].months` → wages, pension's account → since1998. */
export function fieldOfProblem({ field }: InputProblem, kind: CaseKind): FieldName | undefined {
  if (kind === 'pension' && field === 'account') return 'since1998';
  const name = /^(?:account|temporary)\.(\w+)$/.exec(field)?.[1] ?? /^(\w+)/.exec(field)?.[1];
  return name as FieldName | undefined;
}
