/** Moving or staying: the age line to the day, and what holds on which day. */
import fc from 'fast-check';
import { runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const transfer = (input: object, asOf = TEST_DAY) => runCase(edition, 'transfer', input, { asOf });
const base = { sex: 'male', birth: '1975-03', hukou: 'sichuan', from: 'guangdong', to: 'zhejiang' } as const;
const codes = (outcome: ReturnType<typeof transfer>) => outcome.notes.map(({ code }) => code);

describe('when only the month of birth is known', () => {
  it('counts the birthday as passed in its month and says that the day decides', () => {
    const outcome = transfer({ ...base, joined: '2025-03-09' });
    expect(outcome.result).toMatchObject({ temporaryAccount: true, ageYears: 50 });
    expect(codes(outcome)).toContain('birthday-decides');
  });

  it('is sure a month before and a month after', () => {
    const before = transfer({ ...base, joined: '2025-02-28' });
    const after = transfer({ ...base, joined: '2025-04' });
    expect(before.result.relation).toBe('moves');
    expect(after.result.relation).toBe('stays');
    expect([...codes(before), ...codes(after)]).not.toContain('birthday-decides');
  });
});

describe('when the day of joining is not known', () => {
  it('takes the day of application, and says so', () => {
    const outcome = transfer({ ...base, applied: '2025-06-10' });
    expect(outcome.result).toMatchObject({ joined: '2025-06-10', temporaryAccount: true });
    expect(codes(outcome)).toContain('joined-as-applied');
  });

  it('takes the day asked about where there is no application either', () => {
    expect(transfer(base, '2020-01-01').result).toMatchObject({ joined: '2020-01-01', relation: 'moves' });
  });
});

describe('as of an earlier day', () => {
  it('keeps no formal relation before the notice of September 2010 that protects it', () => {
    const input = { ...base, birth: '1958-05', joined: '2010-06-01', insuredHereBefore2010: true };
    expect(transfer(input, '2010-06-01').result.outcome).toBe('temporary-account');
    expect(transfer(input, '2010-09-26').result.outcome).toBe('keep-formal');
  });

  it('knows from the day of joining alone that somebody was there before the Measures', () => {
    expect(transfer({ ...base, birth: '1955-05', joined: '2009-06' }).result.outcome).toBe('keep-formal');
  });
});

describe('for anybody', () => {
  const months = fc
    .integer({ min: 1950 * 12, max: 2005 * 12 })
    .map((at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const person = fc.record({
    sex: fc.constantFrom('male', 'female'),
    birth: months,
    hukou: fc.constantFrom('sichuan', 'zhejiang', null),
    from: fc.constantFrom('guangdong', 'zhejiang', null),
    to: fc.constantFrom('guangdong', 'zhejiang', 'sichuan'),
    approved: fc.boolean(),
    receiving: fc.boolean(),
    agedInBreak: fc.boolean(),
  });

  it('never opens a temporary account in the hukou province, for an approved move, or below the age line', () => {
    fc.assert(
      fc.property(person, (input) => {
        const { result } = transfer({ ...input, joined: '2025-06-10' });
        if (!result.temporaryAccount) return;
        expect(input.to).not.toBe(input.hukou);
        expect(input.approved || input.receiving || input.agedInBreak).toBe(false);
        expect(result.ageYears).toBeGreaterThanOrEqual(input.sex === 'male' ? 50 : 40);
      }),
    );
  });

  it('a temporary account and a moving relation exclude each other', () => {
    fc.assert(
      fc.property(person, (input) => {
        const { result } = transfer({ ...input, joined: '2025-06-10' });
        expect(result.temporaryAccount && result.relation === 'moves').toBe(false);
      }),
    );
  });
});
