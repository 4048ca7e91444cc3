/** What can't be right is told field by field, with code and facts, all at once. */
import { CaseInputError, type InputProblem, runCase } from '../../bot/cases/index.ts';
import type { CaseKind } from '../../bot/knowledge/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();

function problemsOf(kind: CaseKind, input: unknown, asOf = TEST_DAY): readonly InputProblem[] {
  try {
    runCase(edition, kind, input, { asOf });
    return [];
  } catch (error) {
    if (error instanceof CaseInputError) return error.problems;
    throw error;
  }
}

const place = { hukou: 'hunan', relation: 'guangdong', stays: [{ region: 'guangdong', months: 10 }] };
const move = { sex: 'male', birth: '1975-03', hukou: 'sichuan', from: 'guangdong', to: 'zhejiang' };
const money = { wages: [{ year: 2022, months: 12, total: '48000.00' }], account: { since1998: '100.00' } };
const estimate = { base: 8000, months: 200, ageMonths: 720 };
const both = { atAge: true, employeeMonths: 100, residentMonths: 50 };

describe('one problem', () => {
  it.each<[string, CaseKind, unknown, string, string]>([
    [
      '600 years',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: 7200 }] },
      'stays[0].months',
      'too-many-months',
    ],
    [
      '600 months',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: 600 }] },
      'stays[0].months',
      'too-many-months',
    ],
    [
      'more than a life together',
      'benefit-place',
      {
        ...place,
        stays: [
          { region: 'guangdong', months: 400 },
          { region: 'henan', months: 400 },
        ],
      },
      'stays',
      'too-many-months',
    ],
    [
      'months with a fraction',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: 1.5 }] },
      'stays[0].months',
      'not-whole',
    ],
    [
      'negative months',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: -3 }] },
      'stays[0].months',
      'negative',
    ],
    [
      'no months',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: 0 }] },
      'stays[0].months',
      'too-small',
    ],
    [
      'months as a word',
      'benefit-place',
      { ...place, stays: [{ region: 'guangdong', months: 'ten' }] },
      'stays[0].months',
      'wrong-type',
    ],
    ['no stays', 'benefit-place', { ...place, stays: [] }, 'stays', 'too-few-items'],
    ['an unknown province', 'benefit-place', { ...place, hukou: 'atlantis' }, 'hukou', 'unknown-region'],
    ['a field that does not exist', 'benefit-place', { ...place, hukuo: 'hunan' }, 'hukuo', 'unknown-field'],
    ['no hukou', 'benefit-place', { relation: 'hunan', stays: place.stays }, 'hukou', 'missing'],
    ['the 13th month', 'retirement', { sex: 'male', birth: '1975-13' }, 'birth', 'no-such-month'],
    ['a month in another form', 'retirement', { sex: 'male', birth: '75年3月' }, 'birth', 'bad-month'],
    ['30 February', 'retirement', { sex: 'male', birth: '1975-02-30' }, 'birth', 'no-such-day'],
    ['a birth to come', 'retirement', { sex: 'male', birth: '2052-03' }, 'birth', 'in-future'],
    ['a birth of long ago', 'retirement', { sex: 'male', birth: '1875-03' }, 'birth', 'too-early'],
    ['an age reached before any rule', 'retirement', { sex: 'male', birth: '1910-03' }, 'birth', 'no-rule-on-day'],
    ['a woman without post', 'retirement', { sex: 'female', birth: '1975-03' }, 'post', 'missing'],
    ['another sex', 'retirement', { sex: 'm', birth: '1975-03' }, 'sex', 'wrong-choice'],
    ['an application before the Measures', 'deadlines', { applied: '2009-12-31' }, 'applied', 'before-measures'],
    [
      'an application before the Measures',
      'transfer',
      { ...move, applied: '2009-12-31' },
      'applied',
      'before-measures',
    ],
    ['a day of the 13th month', 'deadlines', { applied: '2025-13-01' }, 'applied', 'no-such-month'],
    ['the 31st of a short month', 'deadlines', { applied: '2025-04-31' }, 'applied', 'no-such-day'],
    ['a day in another form', 'deadlines', { applied: 'yesterday' }, 'applied', 'bad-day'],
    ['a day too far off', 'deadlines', { applied: '9999-01-01' }, 'applied', 'too-late'],
    [
      'days in the wrong order',
      'deadlines',
      { applied: '2025-09-25', letterReceived: '2025-09-01' },
      'letterReceived',
      'not-in-order',
    ],
    ['joining before birth', 'transfer', { ...move, joined: '1970-01' }, 'joined', 'before-birth'],
    [
      'negative wages',
      'amount',
      { ...money, wages: [{ year: 2022, months: 12, total: '-5.00' }] },
      'wages[0].total',
      'negative',
    ],
    [
      'wages in words',
      'amount',
      { ...money, wages: [{ year: 2022, months: 12, total: 'much' }] },
      'wages[0].total',
      'not-an-amount',
    ],
    ['wages not given', 'amount', { ...money, wages: [{ year: 2022, months: 12 }] }, 'wages[0].total', 'missing'],
    [
      'wages to come',
      'amount',
      { ...money, wages: [{ year: 2052, months: 12, total: 1 }] },
      'wages[0].year',
      'in-future',
    ],
    [
      '13 months in a year',
      'amount',
      { ...money, wages: [{ year: 2022, months: 13, total: 1 }] },
      'wages[0].months',
      'too-large',
    ],
    [
      '14 months in two rows of a year',
      'amount',
      {
        ...money,
        wages: [
          { year: 2022, months: 7, total: 1 },
          { year: 2022, months: 7, total: 1 },
        ],
      },
      'wages[1].months',
      'more-than-a-year',
    ],
    ['no account', 'amount', { wages: [] }, 'account', 'missing'],
    [
      'a temporary account beside an ordinary one',
      'amount',
      { ...money, temporary: { employer: 1, employee: 1 } },
      'temporary',
      'one-of-two',
    ],
    ['no age', 'pension', { base: 8000, months: 200 }, 'ageMonths', 'missing'],
    ['an age outside the table', 'pension', { ...estimate, ageMonths: 470 }, 'ageMonths', 'age-outside-table'],
    ['an impossible index', 'pension', { ...estimate, index: 60 }, 'index', 'too-large'],
    ['an overlap longer than a side', 'schemes', { ...both, overlapMonths: 51 }, 'overlapMonths', 'overlap-too-long'],
    ['neither age nor person', 'schemes', { employeeMonths: 100 }, 'atAge', 'missing'],
  ])('%s (%s)', (_what, kind, input, field, code) => {
    expect(problemsOf(kind, input)).toMatchObject([{ field, code }]);
  });
});

it('tells every problem at once', () => {
  const input = {
    hukou: 'hunna',
    relation: 3,
    stays: [
      { region: 'guangdong', months: 'x' },
      { region: '', months: 1.5 },
    ],
  };
  expect(
    problemsOf('benefit-place', input)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(['hukou', 'relation', 'stays[0].months', 'stays[1].months', 'stays[1].region'].sort());
});

it.each([
  ['hunna', 'hunan'],
  ['广冬', 'guangdong'],
  ['东莞', 'guangdong'],
  ['火星', ''],
])('suggests for "%s" the province "%s"', (given, nearest) => {
  expect(problemsOf('benefit-place', { ...place, hukou: given })[0]?.facts.nearest).toBe(nearest);
});

it('counts in years what can only be a slip', () => {
  const [problem] = problemsOf('benefit-place', { ...place, stays: [{ region: 'guangdong', months: 7200 }] });
  expect(problem?.facts).toEqual({ given: 7200, givenYears: 600, mostMonths: 588 });
});

it('refuses a day of the rules that the calendar has not', () => {
  expect(problemsOf('benefit-place', place, '2025-02-30')).toMatchObject([{ field: 'asOf', code: 'bad-day' }]);
});

it('takes the real day for what is to come, not the day of the rules', () => {
  const input = { sex: 'male', birth: '2011-05' };
  expect(problemsOf('retirement', input, '2010-06-01')).toEqual([]);
  expect(() => runCase(edition, 'retirement', input, { asOf: '2010-06-01', today: '2010-06-01' })).toThrow(
    CaseInputError,
  );
});
