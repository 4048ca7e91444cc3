/** The estimate: a range that holds its middle, monotone in what is paid, and said to be an estimate. */
import fc from 'fast-check';
import { runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const pension = (input: object) => runCase(edition, 'pension', input, { asOf: TEST_DAY });
const basis = fc.record(
  {
    base: fc.integer({ min: 1000, max: 20000 }),
    months: fc.integer({ min: 180, max: 500 }),
    index: fc.double({ min: 0.6, max: 3, noNaN: true }),
    account: fc.integer({ min: 0, max: 2_000_000 }),
    ageMonths: fc.integer({ min: 480, max: 840 }),
  },
  { requiredKeys: ['base', 'months', 'ageMonths'] },
);

describe('for any basis', () => {
  it('low, likely and high stand in order', () => {
    fc.assert(
      fc.property(basis, (input) => {
        const { low, likely, high } = pension(input).result;
        expect(Number(low)).toBeLessThanOrEqual(Number(likely));
        expect(Number(likely)).toBeLessThanOrEqual(Number(high));
      }),
    );
  });

  it('more months or a fuller account never give less', () => {
    fc.assert(
      fc.property(basis, fc.integer({ min: 1, max: 60 }), (input, more) => {
        const now = Number(pension(input).result.likely);
        expect(Number(pension({ ...input, months: input.months + more }).result.likely)).toBeGreaterThanOrEqual(now);
        if (input.account === undefined) return;
        expect(Number(pension({ ...input, account: input.account + more }).result.likely)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('is marked as an estimate', () => {
    fc.assert(
      fc.property(basis, (input) => expect(pension(input).estimate).toBe(true)),
      { numRuns: 20 },
    );
  });
});

it('is one figure when all is known and the age is whole', () => {
  const { result } = pension({ base: 8000, index: 1, months: 360, account: 180000, ageMonths: 720 });
  expect([result.low, result.high, result.assumptions]).toEqual(['3694.96', '3694.96', []]);
});

it('names what it assumed for index, account and age', () => {
  expect(pension({ base: 8000, months: 200, ageMonths: 724 }).result.assumptions).toEqual([
    'index-assumed',
    'account-assumed',
    'payout-months-between',
  ]);
});

it('takes the age from sex, birth and post', () => {
  const { result } = pension({ base: 8000, months: 240, sex: 'male', birth: '1976-09' });
  expect(result).toMatchObject({ ageMonths: 756, payoutMonths: '117.00', minimumMonths: 240 });
});

it('estimates nothing below the minimum of the year, and says how much is missing', () => {
  const { result, headline } = pension({ base: 8000, months: 190, sex: 'female', birth: '1976-03', post: 'cadre' });
  expect(result).toMatchObject({ low: null, likely: null, high: null, minimumMonths: 198, monthsMissing: 8 });
  expect(headline.code).toBe('pension-too-few-months');
});
