/** What must hold for any life, not only for the worked examples. */
import fc from 'fast-check';
import { CaseInputError, runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const PROVINCES = ['guangdong', 'zhejiang', 'shanghai', 'henan', 'sichuan'] as const;
const province = fc.constantFrom(...PROVINCES);
const stay = fc.record({ region: province, months: fc.integer({ min: 1, max: 140 }), temporary: fc.boolean() });
const life = fc.record({
  hukou: fc.option(province, { nil: null }),
  relation: fc.option(province, { nil: undefined }),
  stays: fc.array(stay, { minLength: 1, maxLength: 4 }),
});
const place = (input: unknown, asOf = TEST_DAY) => runCase(edition, 'benefit-place', input, { asOf });

describe('for any life', () => {
  it('exactly one province pays, and the last step names it', () => {
    fc.assert(
      fc.property(life, (input) => {
        const { result, trace } = place(input);
        expect(edition.regions.has(result.place)).toBe(true);
        const deciding = trace.filter(({ facts }) => facts.placeRegion !== undefined);
        expect(new Set(deciding.map(({ facts }) => facts.placeRegion))).toEqual(new Set([result.place]));
      }),
    );
  });

  it('the months add up, temporary ones included', () => {
    fc.assert(
      fc.property(life, (input) => {
        const total = input.stays.reduce((sum, { months }) => sum + months, 0);
        expect(place(input).result.totalMonths).toBe(total);
      }),
    );
  });

  it('a hukou, ten years or a longest stay stands behind the place', () => {
    fc.assert(
      fc.property(life, (input) => {
        const { result } = place(input);
        const counted = input.stays
          .filter(({ region, temporary }) => region === result.place && !temporary)
          .reduce((sum, { months }) => sum + months, 0);
        if (result.clause === '6.1' || result.clause === '6.4') expect(result.place).toBe(input.hukou);
        else if (result.clause === 'hmt-41') expect(input.hukou).toBeNull();
        else expect(counted).toBeGreaterThanOrEqual(120);
      }),
    );
  });

  it('what is said to change the place does change it', () => {
    fc.assert(
      fc.property(life, (input) => {
        for (const { region, months, place: then } of place(input).result.whatWouldChange) {
          const stays = [...input.stays, { region, months }];
          expect(place({ ...input, relation: region, stays }).result.place).toBe(then);
          expect(then).not.toBe(place(input).result.place);
        }
      }),
    );
  });
});

describe('what would change it', () => {
  it('names the months that are missing where the relation is', () => {
    const { result } = place({ hukou: 'hunan', relation: 'guangdong', stays: [{ region: 'guangdong', months: 96 }] });
    expect(result.whatWouldChange).toEqual([{ region: 'guangdong', months: 24, place: 'guangdong', clause: '6.2' }]);
  });
});

describe('when something is left open', () => {
  it('takes the last ordinary stay for the place of the relation, and says so', () => {
    const { result, notes } = place({
      hukou: 'hunan',
      stays: [
        { region: 'guangdong', months: 132 },
        { region: 'fujian', months: 20, temporary: true },
      ],
    });
    expect(result).toMatchObject({ place: 'guangdong', clause: '6.2' });
    expect(notes.map(({ code }) => code)).toContain('relation-assumed');
  });

  it('leaves the relation where it was when only a temporary account is in the place given', () => {
    const { result, notes } = place({
      hukou: 'hunan',
      relation: 'fujian',
      stays: [
        { region: 'guangdong', months: 132 },
        { region: 'fujian', months: 200, temporary: true },
      ],
    });
    expect(result.place).toBe('guangdong');
    expect(notes.map(({ code }) => code)).toContain('relation-not-temporary');
  });

  it('understands the names of provinces and echoes their ids', () => {
    const { input } = place({ hukou: '湖南', relation: '廣東', stays: [{ region: 'Guangdong', months: 10 }] });
    expect(input).toMatchObject({ hukou: 'hunan', relation: 'guangdong', stays: [{ region: 'guangdong' }] });
  });
});

describe('as of an earlier day', () => {
  it('has no rule for people without hukou before decree 41', () => {
    const input = { hukou: null, relation: 'shanghai', stays: [{ region: 'shanghai', months: 30 }] };
    expect(() => place(input, '2019-12-31')).toThrow(CaseInputError);
    expect(place(input, '2020-01-01').result.clause).toBe('hmt-41');
  });

  it('has no rule before the Interim Measures', () => {
    const input = { hukou: 'hunan', relation: 'hunan', stays: [{ region: 'hunan', months: 30 }] };
    expect(() => place(input, '2009-12-31')).toThrow(CaseInputError);
  });
});
