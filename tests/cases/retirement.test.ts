/** The ages month by month against another way of telling them, and what to do about missing months. */
import { runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const retirement = (input: object, asOf = TEST_DAY) => runCase(edition, 'retirement', input, { asOf }).result;

/** Which ages: before, after, and every how many months of birth one month is added. */
const GROUPS = [
  { name: 'men', person: { sex: 'male' }, old: 60, until: 63, every: 4 },
  { name: 'women formerly 55', person: { sex: 'female', post: 'cadre' }, old: 55, until: 58, every: 4 },
  { name: 'women formerly 50', person: { sex: 'female', post: 'worker' }, old: 50, until: 55, every: 2 },
] as const;

interface MonthOfLife {
  year: number;
  month: number;
}

function next({ year, month }: MonthOfLife): MonthOfLife {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

function later(from: MonthOfLife, months: number): MonthOfLife {
  let at = from;
  for (let done = 0; done < months; done++) at = next(at);
  return at;
}

function write({ year, month }: MonthOfLife): string {
  return `${year}-${month < 10 ? '0' : ''}${month}`;
}

/** The minimum told year by year, by adding half a year each new year from 2030 on. */
function minimumOf(year: number): number {
  let months = 180;
  for (let at = 2030; at <= year && months < 240; at++) months += 6;
  return months;
}

/**
 * Independent of the formula: births are walked through one by one; a counter of people who reach the old age from
 * January 2025 on adds a month of delay to the first of every `every`, until the new age is reached.
 */
function* walk({ old, until, every }: { old: number; until: number; every: number }) {
  let birth: MonthOfLife = { year: 1955, month: 1 };
  let delay = 0;
  let inStep = 0;
  while (birth.year < 1996) {
    const oldMonth = { year: birth.year + old, month: birth.month };
    const reform = oldMonth.year >= 2025;
    if (reform) {
      if (inStep === 0 && delay < (until - old) * 12) delay++;
      inStep = (inStep + 1) % every;
    }
    yield { birth, oldMonth, reform, delay, month: later(oldMonth, delay) };
    birth = next(birth);
  }
}

describe.each(GROUPS)('$name born 1955 to 1995, month by month', (group) => {
  it("retire in the month that counting step by step gives, with that year's minimum", () => {
    let count = 0;
    for (const { birth, month, delay } of walk(group)) {
      const result = retirement({ ...group.person, birth: write(birth) });
      expect({ birth: write(birth), month: result.statutoryMonth, delay: result.delayMonths }).toEqual({
        birth: write(birth),
        month: write(month),
        delay,
      });
      expect(result.minimumMonths).toBe(month.year < 2025 ? 180 : minimumOf(month.year));
      expect(result.statutoryAge.years * 12 + result.statutoryAge.months).toBe(group.old * 12 + delay);
      count++;
    }
    expect(count).toBe(41 * 12);
  });

  it('may choose up to three years earlier, not before the old age, and three years later', () => {
    for (const { birth, month, oldMonth, reform } of walk(group)) {
      const result = retirement({ ...group.person, birth: write(birth) });
      if (!reform) {
        expect([result.earliestMonth, result.latestMonth, result.earliestMinimumMonths]).toEqual([null, null, null]);
        continue;
      }
      const early = { year: month.year - 3, month: month.month };
      const earliest = write(early) < write(oldMonth) ? oldMonth : early;
      expect(result.earliestMonth).toBe(write(earliest));
      expect(result.latestMonth).toBe(write({ year: month.year + 3, month: month.month }));
      expect(result.earliestMinimumMonths).toBe(minimumOf(earliest.year));
    }
  });
});

describe('the rule goes by the day of reaching the age, not by the day of asking', () => {
  it('is the same asked in 2010 and in 2031', () => {
    const person = { sex: 'male', birth: '1970-06' };
    expect(retirement(person, '2010-06-01').statutoryMonth).toBe('2031-11');
    expect(retirement(person, '2031-12-01')).toMatchObject({ statutoryMonth: '2031-11', reached: true });
  });

  it('has no minimum for an age reached before there was one', () => {
    expect(retirement({ sex: 'male', birth: '1930-05' }).minimumMonths).toBeNull();
  });
});

describe('months that are missing', () => {
  it('can be paid until the age: then nothing else is needed', () => {
    // statutory month 2032-10, minimum 198; 71 months are left from November 2026
    const result = retirement({ sex: 'female', birth: '1976-03', post: 'cadre', months: 150 });
    expect(result).toMatchObject({ monthsMissing: 48, monthsUntil: 71, waysToClose: ['keep-paying'] });
  });

  it('are otherwise closed by paying on, at once, by the other scheme, or ended', () => {
    const result = retirement({ sex: 'male', birth: '1966-10', months: 100, insuredBeforeLaw: true });
    expect(result.waysToClose).toEqual([
      'keep-paying',
      'pay-longer',
      'lump-sum',
      'lump-sum-after-five',
      'to-resident',
      'end',
    ]);
  });

  it('could not be paid at once under the general rule before 2025', () => {
    expect(retirement({ sex: 'male', birth: '1955-05', months: 100 }).waysToClose).toEqual([
      'pay-longer',
      'to-resident',
      'end',
    ]);
  });

  it('are none when the minimum is reached', () => {
    expect(retirement({ sex: 'male', birth: '1966-10', months: 180 })).toMatchObject({
      monthsMissing: 0,
      waysToClose: [],
    });
  });
});
