/** Money: adds up to the fen, and more wages never move less. */
import fc from 'fast-check';
import { runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const amount = (input: object, asOf = TEST_DAY) => runCase(edition, 'amount', input, { asOf }).result;
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
const yuan = fc.integer({ min: 0, max: 999_999_99 }).map((all) => (all / 100).toFixed(2));
const years = fc.uniqueArray(
  fc.record({ year: fc.integer({ min: 1990, max: 2026 }), months: fc.integer({ min: 1, max: 12 }), total: yuan }),
  { selector: ({ year }) => year, maxLength: 15 },
);
const history = fc.record({ wages: years, account: fc.record({ before1998: yuan, since1998: yuan }) });

describe('for any history', () => {
  it('total is account and pooled part together, and the years add up to the pooled part', () => {
    fc.assert(
      fc.property(history, (input) => {
        const { personal, pooled, total, years: rows } = amount(input);
        expect(fen(personal) + fen(pooled)).toBe(fen(total));
        expect(rows.reduce((sum, row) => sum + fen(row.pooled), 0n)).toBe(fen(pooled));
      }),
    );
  });

  it('the pooled part is 12 % of the wages since 1998, rounded half up', () => {
    fc.assert(
      fc.property(history, (input) => {
        const wages = input.wages.filter(({ year }) => year >= 1998).reduce((sum, { total }) => sum + fen(total), 0n);
        expect(fen(amount(input).pooled)).toBe((wages * 12n + 50n) / 100n);
      }),
    );
  });

  it('no row is more than a fen from 12 % of its own wages', () => {
    fc.assert(
      fc.property(history, (input) => {
        for (const row of amount(input).years.filter(({ year }) => year >= 1998)) {
          const off = fen(row.pooled) * 100n - fen(row.wages) * 12n;
          expect(off <= 100n && off >= -100n).toBe(true);
        }
      }),
    );
  });

  it('more wages never transfer less', () => {
    fc.assert(
      fc.property(history, fc.nat(20), yuan, (input, at, more) => {
        if (input.wages.length === 0) return;
        const raised = input.wages.map((row, index) =>
          index === at % input.wages.length ? { ...row, total: (Number(row.total) + Number(more)).toFixed(2) } : row,
        );
        expect(fen(amount({ ...input, wages: raised }).total)).toBeGreaterThanOrEqual(fen(amount(input).total));
      }),
    );
  });
});

it('rounds the running sum, so that the table agrees with its total', () => {
  const wages = [2020, 2021, 2022].map((year) => ({ year, months: 1, total: '100.03' }));
  const { pooled, years: rows } = amount({ wages, account: { since1998: '0' } });
  // 12 % of 100.03 is 12.0036, three times 36.0108
  expect(pooled).toBe('36.01');
  expect(rows.map((row) => row.pooled)).toEqual(['12.00', '12.01', '12.00']);
});

it('moves nothing of the pooled fund for years before 1998', () => {
  const { pooled, years: rows } = amount({
    wages: [{ year: 1997, months: 12, total: '6000' }],
    account: { since1998: 0 },
  });
  expect(pooled).toBe('0.00');
  expect(rows).toEqual([{ year: 1997, months: 12, wages: '6000.00', pooled: '0.00' }]);
});
