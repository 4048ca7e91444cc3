/**
 * How much money moves: the whole personal account and 12 % of the wages since 1998 (Art. 4 of the Interim Measures,
 * 国办发〔2009〕66号); from a temporary account everything that was paid, with interest (Art. 5(2)).
 */
import { z } from 'zod';
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { defineCase } from './define-case.ts';
import { Amount, Year, Yuan } from './fields.ts';
import { namedDay, numberOn } from './law.ts';
import { type Money, money, sum, toFen, yuan } from './money.ts';
import { yearOf } from './months.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';
import { PLAUSIBLE } from './plausible.ts';
import { tooManyMonths } from './read-input.ts';

const MonthsOfYear = z.int().min(1).max(12);

const Input = z.strictObject({
  wages: z
    .array(
      z.strictObject({
        year: Year,
        months: MonthsOfYear.describe('months paid in that year'),
        total: Amount.optional().describe('contribution wages of those months together'),
        monthly: Amount.optional().describe('instead of total: the contribution wage of each month'),
      }),
    )
    .max(PLAUSIBLE.mostItems)
    .default([]),
  account: z
    .strictObject({
      before1998: Amount.default('0.00').describe('own payments before 1998-01-01 with interest'),
      since1998: Amount.describe('balance of the account since 1998-01-01'),
    })
    .optional(),
  temporary: z
    .strictObject({ employer: Amount, employee: Amount, interest: Amount.default('0.00') })
    .optional()
    .describe('a temporary account, instead of wages and account'),
});
export type AmountInput = z.infer<typeof Input>;

const Result = z.strictObject({
  personal: Yuan.describe('personal account; of a temporary account: what the person paid'),
  pooled: Yuan.describe('12 % of the wages since 1998; of a temporary account: what the employer paid'),
  interest: Yuan.optional().describe('of a temporary account; in the personal account it is included'),
  total: Yuan,
  years: z.array(z.strictObject({ year: z.int(), months: z.int(), wages: Yuan, pooled: Yuan })),
  months: z.int(),
  wagesTotal: Yuan.describe('wages since 1998'),
});
export type AmountResult = z.infer<typeof Result>;

export const amount = defineCase<AmountInput, AmountResult>({
  kind: 'amount',
  input: Input,
  result: Result,
  fields: [
    'wages',
    'year',
    'months',
    'total',
    'monthly',
    'account',
    'before1998',
    'since1998',
    'temporary',
    'employer',
    'employee',
    'interest',
  ],
  check: checkAmount,
  work: (input, given) => (input.temporary ? temporaryAmount(input.temporary) : ordinaryAmount(input, given)),
});

function checkAmount({ wages, account, temporary }: AmountInput, { today }: Given): InputProblem[] {
  const problems: InputProblem[] = [];
  if (temporary === undefined && account === undefined) problems.push(inputProblem('account', 'missing'));
  if (temporary !== undefined && (account !== undefined || wages.length > 0))
    problems.push(inputProblem('temporary', 'one-of-two', { other: 'account' }));
  const paid = new Map<number, number>();
  wages.forEach(({ year, months, total, monthly }, index) => {
    const field = `wages[${index}]`;
    if (year > yearOf(today)) problems.push(inputProblem(`${field}.year`, 'in-future', { given: year }));
    if (total === undefined && monthly === undefined) problems.push(inputProblem(`${field}.total`, 'missing'));
    if (total !== undefined && monthly !== undefined)
      problems.push(inputProblem(`${field}.monthly`, 'one-of-two', { other: 'total' }));
    paid.set(year, (paid.get(year) ?? 0) + months);
    const ofYear = paid.get(year) ?? 0;
    if (ofYear > 12) problems.push(inputProblem(`${field}.months`, 'more-than-a-year', { year, given: ofYear }));
  });
  const all = [...paid.values()].reduce((sum, months) => sum + months, 0);
  if (all > PLAUSIBLE.mostMonths) problems.push(tooManyMonths('wages', all));
  return problems;
}

function ordinaryAmount(input: AmountInput, { edition, asOf }: Given): Worked<AmountResult> {
  const share = numberOn(edition, 'pooled-share', asOf);
  const unified = namedDay(edition, 'account-unified');
  const shortStay = numberOn(edition, 'short-stay-months', asOf);
  const account = input.account ?? { before1998: '0.00', since1998: '0.00' };
  const years = sharesByYear(input, money(share.value).dividedBy(100), yearOf(unified));
  const counted = years.filter(({ year }) => year >= yearOf(unified));
  const wagesTotal = sum(counted.map(({ wages }) => money(wages)));
  const pooled = sum(years.map((row) => money(row.pooled)));
  const personal = money(account.before1998).plus(account.since1998);
  const months = years.reduce((total, row) => total + row.months, 0);
  const total = personal.plus(pooled);
  const before = years.length > counted.length || money(account.before1998).greaterThan(0);
  const trace: Step[] = [
    step('amount-account', 'gbf-2009-66#4.1', { sinceYuan: account.since1998, unifiedDay: unified }),
    ...(before
      ? [step('amount-before', 'gbf-2009-66#4.1', { beforeYuan: account.before1998, unifiedDay: unified })]
      : []),
    step('amount-wages', share.source, { wagesYuan: yuan(wagesTotal), unifiedDay: unified }),
    step('amount-pooled', share.source, {
      pooledYuan: yuan(pooled),
      wagesYuan: yuan(wagesTotal),
      sharePercent: share.value,
    }),
    ...(months > 0 && months < shortStay.value
      ? [step('amount-short-stay', shortStay.source, { paidMonths: months })]
      : []),
    step('amount-total', 'gbf-2009-66#4', {
      personalYuan: yuan(personal),
      pooledYuan: yuan(pooled),
      totalYuan: yuan(total),
    }),
  ];
  return {
    result: {
      personal: yuan(personal),
      pooled: yuan(pooled),
      total: yuan(total),
      years,
      months,
      wagesTotal: yuan(wagesTotal),
    },
    trace,
    headline: phrase('amount', { totalYuan: yuan(total), personalYuan: yuan(personal), pooledYuan: yuan(pooled) }),
    todo: [phrase('amount-nothing-to-pay'), phrase('amount-check-record')],
    change: [],
    notes: [phrase('amount-does-not-change-pension'), ...sourceOfFigures()],
  };
}

/**
 * A row for each year. The fen are rounded on the running sum, so that the rows add up to 12 % of all wages: rounding
 * each year by itself would leave the table a fen or two off its own total.
 */
function sharesByYear({ wages }: AmountInput, share: Money, firstYear: number): AmountResult['years'] {
  let exact = money(0);
  let shown = money(0);
  return [...wages]
    .sort((a, b) => a.year - b.year)
    .map(({ year, months, total, monthly }) => {
      const paid = total === undefined ? money(monthly ?? 0).times(months) : money(total);
      if (year >= firstYear) exact = exact.plus(paid.times(share));
      const pooled = toFen(exact).minus(shown);
      shown = toFen(exact);
      return { year, months, wages: yuan(paid), pooled: yuan(pooled) };
    });
}

function temporaryAmount(paid: NonNullable<AmountInput['temporary']>): Worked<AmountResult> {
  const total = sum([money(paid.employer), money(paid.employee), money(paid.interest)]);
  const facts = { employerYuan: paid.employer, employeeYuan: paid.employee, interestYuan: paid.interest };
  return {
    result: {
      personal: paid.employee,
      pooled: paid.employer,
      interest: paid.interest,
      total: yuan(total),
      years: [],
      months: 0,
      wagesTotal: '0.00',
    },
    trace: [
      step('amount-temporary', 'gbf-2009-66#5.2', facts),
      step('amount-temporary-total', 'gbf-2009-66#5.2', { totalYuan: yuan(total) }),
    ],
    headline: phrase('amount-temporary', { totalYuan: yuan(total) }),
    todo: [phrase('amount-nothing-to-pay'), phrase('amount-check-record')],
    change: [],
    notes: [phrase('amount-temporary-later'), ...sourceOfFigures()],
  };
}

function sourceOfFigures(): Phrase[] {
  return [phrase('amount-your-figures')];
}
