/**
 * An estimate of the monthly pension by 国发〔2005〕38号 第六部分: basic part, personal account, and what the province adds
 * for years before accounts. What isn't known becomes a range with its assumption said; never a decision.
 */
import { z } from 'zod';
import { CaseInputError, type InputProblem, inputProblem } from './case-input-error.ts';
import { checkWholePerson } from './check-person.ts';
import { defineCase } from './define-case.ts';
import { Amount, Birth, MonthCount, Post, Sex, Yuan } from './fields.ts';
import { type Dated, numberOn, tableOn } from './law.ts';
import { type Money, money, sum, toFen, yuan } from './money.ts';
import { firstDayOf } from './months.ts';
import { type Given, phrase, type Step, step, type Worked } from './outcome.ts';
import { agesOf, payoutMonths } from './payout-months.ts';
import { accountRange, assumptionsOf, basicPension, indexRange, type Range } from './pension-ranges.ts';
import { PLAUSIBLE } from './plausible.ts';
import { reckonRetirement } from './reckon-retirement.ts';

const Input = z.strictObject({
  base: Amount.describe('P: the base that the paying province publishes for the year of retirement, yuan a month'),
  index: z
    .number()
    .min(PLAUSIBLE.leastIndex)
    .max(PLAUSIBLE.mostIndex)
    .optional()
    .describe('average contribution index: own contribution wage by the average wage of the year; 0.6 to 3'),
  months: MonthCount.min(1),
  account: Amount.optional().describe('personal account on retirement'),
  ageMonths: z.int().min(0).max(1200).optional().describe('age of retirement in months; or sex, birth and post'),
  sex: Sex.optional(),
  birth: Birth.optional(),
  post: Post.optional(),
  transitional: Amount.default('0.00').describe(
    'transitional pension: each province has its own rule, so it is taken as given',
  ),
});
export type PensionInput = z.infer<typeof Input>;

const Result = z.strictObject({
  low: Yuan.nullable().describe('null: fewer months than the minimum, no pension to estimate'),
  likely: Yuan.nullable(),
  high: Yuan.nullable(),
  basic: Yuan.nullable().describe('the parts of `likely`'),
  fromAccount: Yuan.nullable(),
  transitional: Yuan,
  payoutMonths: z.string().describe('months by which the account is divided, two decimals'),
  ageMonths: z.int(),
  minimumMonths: z.int(),
  monthsMissing: z.int(),
  assumptions: z.array(z.string()),
});
export type PensionResult = z.infer<typeof Result>;

export const pension = defineCase<PensionInput, PensionResult>({
  kind: 'pension',
  input: Input,
  result: Result,
  fields: Object.keys(Input.shape),
  check: checkPension,
  work: workOutPension,
});

function checkPension(input: PensionInput, given: Given): readonly InputProblem[] {
  const { ageMonths, sex, birth } = input;
  if (sex !== undefined && birth !== undefined) return checkWholePerson(input, given);
  if (ageMonths !== undefined) return [];
  return sex === undefined && birth === undefined
    ? [inputProblem('ageMonths', 'missing')]
    : checkWholePerson(input, given);
}

function workOutPension(input: PensionInput, given: Given): Worked<PensionResult> {
  const { edition } = given;
  const { ageMonths, day } = retiring(input, given);
  const table = tableOn(edition, 'payout-months', day);
  const divisor = payoutMonths(table, ageMonths);
  if (!divisor)
    throw new CaseInputError([
      inputProblem('ageMonths', 'age-outside-table', { givenAge: ageMonths, ...agesOf(table) }),
    ]);
  const minimum = numberOn(edition, 'minimum-months', day);
  const common = {
    transitional: input.transitional,
    payoutMonths: divisor.likely.toFixed(2),
    ageMonths,
    minimumMonths: minimum.value,
    monthsMissing: Math.max(0, minimum.value - input.months),
  };
  if (common.monthsMissing > 0) return tooFewMonths(common, input, minimum);

  const share = numberOn(edition, 'basic-share-per-year', day);
  const index = indexRange(edition, input, day);
  const account = accountRange(edition, input, index, day);
  const basicOf = (own: Money): Money => basicPension(input.base, own, input.months, share.value);
  const basic = { low: basicOf(index.low), likely: basicOf(index.likely), high: basicOf(index.high) };
  const from = {
    low: toFen(account.low.dividedBy(divisor.most)),
    likely: toFen(account.likely.dividedBy(divisor.likely)),
    high: toFen(account.high.dividedBy(divisor.least)),
  };
  const total = (end: keyof Range): string => yuan(sum([basic[end], from[end], money(input.transitional)]));
  const assumptions = assumptionsOf(input, index, account, divisor.exact);
  const figures = { low: total('low'), likely: total('likely'), high: total('high') };
  return {
    result: {
      ...figures,
      basic: yuan(basic.likely),
      fromAccount: yuan(from.likely),
      ...common,
      assumptions: assumptions.map(({ code }) => code),
    },
    trace: [
      step('pension-basic', share.source, {
        baseYuan: input.base,
        index: index.likely.toNumber(),
        paidMonths: input.months,
        sharePercent: share.value,
        basicYuan: yuan(basic.likely),
      }),
      step(divisor.exact ? 'pension-account' : 'pension-account-between', 'gf-2005-38#annex', {
        accountYuan: yuan(account.likely),
        divisor: common.payoutMonths,
        retiringAge: ageMonths,
        fromAccountYuan: yuan(from.likely),
      }),
      ...transitionalSteps(input),
      step('pension-total', share.source, { likelyYuan: figures.likely }),
    ],
    headline:
      figures.low === figures.high
        ? phrase('pension', { likelyYuan: figures.likely })
        : phrase('pension-range', { likelyYuan: figures.likely, lowYuan: figures.low, highYuan: figures.high }),
    todo: [phrase('pension-ask-base'), phrase('pension-look-up')],
    change: assumptions.length > 0 ? [phrase('pension-tell-more')] : [],
    notes: [
      ...assumptions,
      phrase('pension-no-forecast'),
      ...(money(input.transitional).isZero() ? [phrase('pension-transitional')] : []),
    ],
    estimate: true,
  };
}

function retiring(input: PensionInput, { edition, asOf }: Given): { ageMonths: number; day: string } {
  const { sex, birth, post } = input;
  if (sex === undefined || birth === undefined) return { ageMonths: input.ageMonths ?? 0, day: asOf };
  const reckoned = reckonRetirement(edition, { sex, birth, post });
  return { ageMonths: input.ageMonths ?? reckoned.ageMonths, day: firstDayOf(reckoned.month) };
}

/** No pension by this rule before the minimum: how many months are missing, and where that is worked out. */
function tooFewMonths(
  common: Pick<PensionResult, 'transitional' | 'payoutMonths' | 'ageMonths' | 'minimumMonths' | 'monthsMissing'>,
  input: PensionInput,
  minimum: Dated<number>,
): Worked<PensionResult> {
  const facts = { minimumMonths: common.minimumMonths, missingMonths: common.monthsMissing, paidMonths: input.months };
  return {
    result: { low: null, likely: null, high: null, basic: null, fromAccount: null, ...common, assumptions: [] },
    trace: [step('pension-too-few-months', minimum.source, facts)],
    headline: phrase('pension-too-few-months', facts),
    todo: [phrase('pension-see-retirement')],
    change: [phrase('pension-more-months', facts)],
    notes: [],
    estimate: true,
  };
}

function transitionalSteps({ transitional }: PensionInput): Step[] {
  if (money(transitional).isZero()) return [];
  return [step('pension-transitional', 'gf-2005-38#6', { transitionalYuan: transitional })];
}
