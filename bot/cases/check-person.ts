/** Checks that several cases share: a birth that can be, a post where the law asks for one. */
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { monthOf, yearOf } from './months.ts';
import type { Given } from './outcome.ts';
import { PLAUSIBLE } from './plausible.ts';

export interface Person {
  readonly sex?: 'male' | 'female' | undefined;
  readonly birth?: string | undefined;
  readonly post?: 'worker' | 'cadre' | undefined;
}

export function checkBirth(birth: string, given: Given): readonly InputProblem[] {
  if (monthOf(birth) > monthOf(given.today)) return [inputProblem('birth', 'in-future', { given: birth })];
  const earliest = yearOf(given.today) - PLAUSIBLE.mostYearsOld;
  if (yearOf(birth) < earliest) return [inputProblem('birth', 'too-early', { given: birth, firstYear: earliest })];
  return [];
}

/** A woman's age of retirement hangs on her post: asked, never assumed (calculations §5). */
export function checkPost({ sex, post }: Person): readonly InputProblem[] {
  return sex === 'female' && post === undefined ? [inputProblem('post', 'missing')] : [];
}

/** Sex, birth and post, when they are to give the age of retirement: all of them. */
export function checkWholePerson(person: Person, given: Given): readonly InputProblem[] {
  return [
    ...(person.sex === undefined ? [inputProblem('sex', 'missing')] : []),
    ...(person.birth === undefined ? [inputProblem('birth', 'missing')] : checkBirth(person.birth, given)),
    ...checkPost(person),
  ];
}
