/** Working days, the three limits, where a day stands between them, and the calendar file. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { addWorkingDays, coversYear, isWorkday, runCase, writeCalendar } from '../../bot/cases/index.ts';
import { createWording } from '../../bot/wording/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const deadlines = (input: object, asOf = TEST_DAY) => runCase(edition, 'deadlines', input, { asOf });
const day = fc
  .date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2026-09-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the calendar', () => {
  it('knows the holidays and make-up days of 2004 to 2026, and says that it knows no others', () => {
    const known = Array.from({ length: 40 }, (_, index) => 1995 + index).filter(coversYear);
    expect(known).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it.each([
    ['2010-02-20', true, 'a Saturday made up after Spring Festival'],
    ['2010-02-15', false, 'Spring Festival'],
    ['2025-10-08', false, 'the last day of the holiday'],
    ['2025-10-11', true, 'a Saturday made up for it'],
    ['2026-01-03', false, 'the new year holiday'],
  ])('%s is a working day: %s (%s)', (date, works) => {
    expect(isWorkday(date)).toBe(works);
  });
});

describe('for any application', () => {
  it('no limit falls on a day off, and each has 15 working days', () => {
    fc.assert(
      fc.property(day, (applied) => {
        for (const { from, due } of deadlines({ applied }).result.limits) {
          expect(isWorkday(due)).toBe(true);
          expect(due).toBe(addWorkingDays(from, 15));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a later application never ends earlier', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first = '', second = ''] = [one, other].sort();
        const last = (applied: string) => deadlines({ applied }).result.limits.at(-1)?.due ?? '';
        expect(last(first) <= last(second)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('known days', () => {
  it('replace what was assumed', () => {
    const { result } = deadlines({
      applied: '2026-09-18',
      received: '2026-09-21',
      letterReceived: '2026-09-28',
      fundsReceived: '2026-10-12',
    });
    // Counted on the calendar of 2026: 25 September and 1 to 7 October are days off, 20 September and 10 October are worked.
    expect(result.limits[0]).toEqual({
      stage: 1,
      from: '2026-09-21',
      due: '2026-10-19',
      covered: true,
    });
    expect(result.limits.every((limit) => limit.assumed === undefined)).toBe(true);
    expect(result.limits[2]).toMatchObject({ stage: 3, from: '2026-10-12', due: '2026-11-02' });
  });
});

describe('where the day stands', () => {
  // limits of an application on 2026-09-18: 2026-10-15, 2026-11-05, 2026-11-26
  it.each([
    ['before it', { applied: '2026-09-18' }, '2026-09-17', { state: 'before', stage: 1 }],
    ['in the first stage', { applied: '2026-09-18' }, '2026-10-14', { state: 'running', stage: 1, workingDaysLeft: 1 }],
    ['on its last day', { applied: '2026-09-18' }, '2026-10-15', { state: 'due-today', stage: 1, workingDaysLeft: 0 }],
    ['after it, nothing known', { applied: '2026-09-18' }, '2026-10-16', { state: 'perhaps-late', stage: 2 }],
    [
      'after it, the letter known',
      { applied: '2026-09-18', letterReceived: '2026-10-15' },
      '2026-10-16',
      { state: 'running', stage: 2, workingDaysLeft: 14 },
    ],
    ['after everything', { applied: '2026-09-18' }, '2026-11-30', { state: 'late', stage: 3, workingDaysLate: 2 }],
    ['when done', { applied: '2026-09-18', finished: '2026-11-01' }, '2026-12-30', { state: 'finished' }],
  ])('%s', (_when, input, asOf, position) => {
    expect(deadlines(input, asOf).result.position).toMatchObject(position);
  });
});

describe('a year without a calendar', () => {
  it('is marked limit by limit and noted, never guessed', () => {
    const { result, notes } = deadlines({ applied: '2026-11-23' });
    expect(result.limits.map(({ covered }) => covered)).toEqual([true, false, false]);
    expect(notes.find(({ code }) => code === 'deadlines-not-covered')?.facts).toEqual({ number: 2, year: 2027 });
  });
});

describe('the calendar file', () => {
  it('holds three whole-day events with a reminder, the same text each time', async () => {
    const say = (await createWording('locales')).in('en');
    const outcome = deadlines({ applied: '2026-09-18' });
    const text = writeCalendar(outcome, say);
    expect(text).toBe(writeCalendar(outcome, say));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(3);
    expect(text).toContain('DTSTART;VALUE=DATE:20261015\r\nDTEND;VALUE=DATE:20261016');
    expect(text).toContain('UID:yaodian-2026-09-18-3@yaodian');
  });

  it('has no line longer than 75 octets in any language', async () => {
    const wording = await createWording('locales');
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
      const text = writeCalendar(deadlines({ applied: '2026-11-23' }), wording.in(language));
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});

it('agrees with the functions of the library where those are right: on a clock of China', () => {
  const program = `
    const { isWorkday } = require('chinese-days');
    const days = [];
    for (let at = Date.UTC(2010, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (isWorkday(day)) days.push(day);
    }
    console.log(JSON.stringify(days));`;
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', env });
  const theirs: string[] = JSON.parse(stdout);
  expect(theirs.length).toBeGreaterThan(4000);
  let day = '2009-12-31';
  for (const expected of theirs) {
    day = addWorkingDays(day, 1);
    expect(day).toBe(expected);
  }
});
