/** When a person may retire, how many months that takes, and, with the months paid so far, how to close a gap. */
import { z } from 'zod';
import type { InputProblem } from './case-input-error.ts';
import { checkBirth, checkPost } from './check-person.ts';
import { defineCase } from './define-case.ts';
import { Birth, Month, MonthCount, Post, Sex } from './fields.ts';
import { inForce, namedDay, numberOn } from './law.ts';
import { firstDayOf, laterOf, monthOf, monthsBetween, yearOf } from './months.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';
import { type Retirement, reckonRetirement } from './reckon-retirement.ts';

const Input = z.strictObject({
  sex: Sex,
  birth: Birth,
  post: Post.optional().describe('needed for women: worker (formerly 50) or cadre (formerly 55)'),
  months: MonthCount.optional().describe('contribution months so far, deemed ones included'),
  insuredBeforeLaw: z.boolean().optional().describe('first insured before 2011-07-01'),
});
export type RetirementInput = z.infer<typeof Input>;

export const WAYS_TO_CLOSE = [
  'keep-paying',
  'pay-longer',
  'lump-sum',
  'lump-sum-after-five',
  'to-resident',
  'end',
] as const;

const Result = z.strictObject({
  statutoryAge: z.strictObject({ years: z.int(), months: z.int() }),
  statutoryMonth: Month,
  earliestMonth: Month.nullable().describe('flexible retirement; null: age reached before 2025'),
  latestMonth: Month.nullable(),
  minimumMonths: z.int().nullable().describe('of the year of the statutory month; null: before there was one'),
  earliestMinimumMonths: z.int().nullable().describe('of the year of the earliest month'),
  delayMonths: z.int().describe('later than under the rule before 2025'),
  originalMonth: Month.describe('month under the rule before 2025'),
  reached: z.boolean().describe('the statutory month has come by asOf'),
  monthsMissing: z.int().nullable().describe('to the minimum, from what is paid so far; null: not said or no minimum'),
  monthsUntil: z.int().describe('months left until the statutory month'),
  waysToClose: z.array(z.enum(WAYS_TO_CLOSE)),
});
export type RetirementResult = z.infer<typeof Result>;

export const retirement = defineCase<RetirementInput, RetirementResult>({
  kind: 'retirement',
  input: Input,
  result: Result,
  fields: Object.keys(Input.shape),
  check: (input, given): readonly InputProblem[] => [...checkBirth(input.birth, given), ...checkPost(input)],
  work: workOutRetirement,
});

function workOutRetirement(input: RetirementInput, given: Given): Worked<RetirementResult> {
  const reckoned = reckonRetirement(given.edition, input);
  const now = monthOf(given.asOf);
  const monthsUntil = Math.max(0, monthsBetween(now, reckoned.month));
  const { minimumMonths } = reckoned;
  const missing =
    input.months === undefined || minimumMonths === null ? null : Math.max(0, minimumMonths - input.months);
  const ways = missing === null || missing === 0 ? [] : waysToClose(input, missing, monthsUntil, given);
  const facts = { statutoryMonth: reckoned.month, statutoryAge: reckoned.ageMonths };
  return {
    result: {
      statutoryAge: { years: Math.floor(reckoned.ageMonths / 12), months: reckoned.ageMonths % 12 },
      statutoryMonth: reckoned.month,
      earliestMonth: reckoned.earliest,
      latestMonth: reckoned.latest,
      minimumMonths,
      earliestMinimumMonths: reckoned.earliestMinimumMonths,
      delayMonths: reckoned.delayMonths,
      originalMonth: reckoned.originalMonth,
      reached: reckoned.month <= now,
      monthsMissing: missing,
      monthsUntil,
      waysToClose: ways,
    },
    trace: [...ageSteps(reckoned, input, given), ...minimumSteps(reckoned, input.months, missing)],
    headline: phrase(reckoned.month <= now ? 'retirement-reached' : 'retirement', facts),
    todo:
      ways.length > 0 ? ways.map((way) => phrase(`close-${way}`, closingFacts(missing ?? 0, given))) : enough(missing),
    change: reckoned.earliest === null ? [] : [phrase('retirement-flexible', flexibleFacts(reckoned))],
    notes: notes(input, reckoned),
  };
}

function ageSteps(reckoned: Retirement, input: RetirementInput, { edition }: Given): Step[] {
  const { sources, originalMonth, originalAgeMonths, delayMonths } = reckoned;
  const oldSource = `${reckoned.earliest === null ? sources.age : 'sc-2024-delay#1'}`;
  const born = { birthMonth: monthOf(input.birth), originalAge: originalAgeMonths, originalMonth };
  const kind = input.sex === 'male' ? 'men' : `women-${input.post ?? 'worker'}`;
  const first = step(`retirement-original-${kind}`, oldSource, born);
  if (reckoned.earliest === null || reckoned.latest === null)
    return [
      first,
      step('retirement-before-reform', sources.age, { reformDay: namedDay(edition, 'later-retirement-start') }),
    ];
  const facts = { delayMonths, statutoryAge: reckoned.ageMonths, statutoryMonth: reckoned.month };
  return [
    first,
    step('retirement-delay', sources.age, facts),
    step('retirement-flexible', 'sc-2024-delay#3', flexibleFacts(reckoned)),
  ];
}

function flexibleFacts(reckoned: Retirement) {
  return {
    earliestMonth: reckoned.earliest ?? '',
    latestMonth: reckoned.latest ?? '',
    originalAge: reckoned.originalAgeMonths,
    earliestMinimumMonths: reckoned.earliestMinimumMonths ?? 0,
  };
}

function minimumSteps(
  { minimumMonths, month, sources }: Retirement,
  paid: number | undefined,
  missing: number | null,
): Step[] {
  if (minimumMonths === null) return [];
  const facts = { minimumMonths, year: yearOf(month) };
  const first = step('retirement-minimum', sources.minimum, facts);
  if (paid === undefined || missing === null) return [first];
  const rule = missing === 0 ? 'retirement-months-enough' : 'retirement-months-missing';
  return [first, step(rule, sources.minimum, { paidMonths: paid, missingMonths: missing, ...facts })];
}

/** Social Insurance Law Art. 16, decree 13 Arts. 2 and 3, the 2024 rules Art. 2, decree 17/2014 Art. 3. */
function waysToClose(input: RetirementInput, missing: number, monthsUntil: number, { edition }: Given) {
  const day = firstDayOf(reckonRetirement(edition, input).month);
  if (missing <= monthsUntil) return ['keep-paying' as const];
  const holds = (document: string) => inForce(edition, document, day);
  return WAYS_TO_CLOSE.filter((way) => {
    switch (way) {
      case 'keep-paying':
        return monthsUntil > 0;
      case 'pay-longer':
      case 'end':
        return holds('mohrss-13');
      case 'lump-sum':
        return holds('sc-2024-delay');
      case 'lump-sum-after-five':
        return holds('mohrss-13') && input.insuredBeforeLaw === true;
      case 'to-resident':
        return holds('rsbf-2014-17');
      default:
        return false;
    }
  });
}

function closingFacts(missing: number, { edition, asOf }: Given) {
  const after = edition.parameters.get('lump-sum-after-years')
    ? numberOn(edition, 'lump-sum-after-years', laterOf(asOf, namedDay(edition, 'law-start'))).value
    : 0;
  return { missingMonths: missing, afterYears: after, lawDay: namedDay(edition, 'law-start') };
}

function enough(missing: number | null): Phrase[] {
  return missing === 0 ? [phrase('retirement-enough')] : [phrase('retirement-count-months')];
}

function notes(input: RetirementInput, reckoned: Retirement): Phrase[] {
  return [
    ...(input.sex === 'female' ? [phrase('post-decides')] : []),
    phrase('retirement-special'),
    ...(reckoned.minimumMonths === null ? [phrase('no-minimum-then')] : []),
  ];
}
