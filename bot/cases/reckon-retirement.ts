/**
 * Age and month of retirement: the old ages (国发〔1978〕104号) for who reached them before 2025, the gradual delay
 * (2024 办法 第一条) for all others. Chosen by the day of reaching the age, not by the day of asking (facts U4).
 */
import type { Edition } from '../knowledge/index.ts';
import { namedDay, numberOn, numberOnOrNone } from './law.ts';
import { addMonths, firstDayOf, laterOf, monthOf, monthsBetween } from './months.ts';

export interface Worker {
  readonly sex: 'male' | 'female';
  readonly birth: string;
  readonly post?: 'worker' | 'cadre' | undefined;
}

export interface Retirement {
  /** Age before the reform, in months, and the month in which it is reached. */
  readonly originalAgeMonths: number;
  readonly originalMonth: string;
  readonly delayMonths: number;
  readonly ageMonths: number;
  readonly month: string;
  /** Null for those who reached the age before the reform: flexible retirement isn't for them. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Null before there was a national minimum. */
  readonly minimumMonths: number | null;
  readonly earliestMinimumMonths: number | null;
  readonly sources: { readonly age: string; readonly minimum: string };
}

type Group = 'men' | 'women-cadre' | 'women-worker';

export function groupOf({ sex, post }: Worker): Group {
  if (sex === 'male') return 'men';
  return post === 'cadre' ? 'women-cadre' : 'women-worker';
}

/** @throws CaseInputError `no-rule-on-day` on `birth` when the age was reached before the oldest rule known */
export function reckonRetirement(edition: Edition, worker: Worker): Retirement {
  const group = groupOf(worker);
  const birth = monthOf(worker.birth);
  const reformMonth = monthOf(namedDay(edition, 'later-retirement-start'));
  const oldest = edition.parameters.get(`old-age-${group}`)?.values.at(-1)?.value;
  const guess = addMonths(birth, Number(oldest) * 12);
  const original = numberOn(edition, `old-age-${group}`, firstDayOf(guess), 'birth');
  const originalAgeMonths = original.value * 12;
  const originalMonth = addMonths(birth, originalAgeMonths);
  if (originalMonth < reformMonth) {
    const minimum = numberOnOrNone(edition, 'minimum-months', firstDayOf(originalMonth));
    return {
      originalAgeMonths,
      originalMonth,
      delayMonths: 0,
      ageMonths: originalAgeMonths,
      month: originalMonth,
      earliest: null,
      latest: null,
      minimumMonths: minimum?.value ?? null,
      earliestMinimumMonths: null,
      sources: { age: original.source, minimum: minimum?.source ?? original.source },
    };
  }
  return reckonDelayed(edition, group, { originalAgeMonths, originalMonth, reformMonth });
}

interface BeforeReform {
  readonly originalAgeMonths: number;
  readonly originalMonth: string;
  readonly reformMonth: string;
}

/** One month more for every step of birth months, the first one included, up to the new age (calculations §5). */
function reckonDelayed(edition: Edition, group: Group, before: BeforeReform): Retirement {
  const { originalAgeMonths, originalMonth, reformMonth } = before;
  const day = firstDayOf(originalMonth);
  const newAge = numberOn(edition, `new-age-${group}`, day, 'birth');
  const every = numberOn(edition, `delay-step-${group}`, day, 'birth').value;
  const flexible = numberOn(edition, 'flexible-years', day, 'birth').value * 12;
  const mostDelay = newAge.value * 12 - originalAgeMonths;
  const later = monthsBetween(reformMonth, originalMonth);
  const delayMonths = Math.min(mostDelay, Math.floor(later / every) + 1);
  const month = addMonths(originalMonth, delayMonths);
  const earliest = laterOf(addMonths(month, -flexible), originalMonth);
  const minimum = numberOn(edition, 'minimum-months', firstDayOf(month), 'birth');
  return {
    originalAgeMonths,
    originalMonth,
    delayMonths,
    ageMonths: originalAgeMonths + delayMonths,
    month,
    earliest,
    latest: addMonths(month, flexible),
    minimumMonths: minimum.value,
    earliestMinimumMonths: numberOn(edition, 'minimum-months', firstDayOf(earliest), 'birth').value,
    sources: { age: newAge.source, minimum: minimum.source },
  };
}
