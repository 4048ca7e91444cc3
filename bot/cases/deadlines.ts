/**
 * The three limits of 15 working days (Art. 8 of the Interim Measures, 国办发〔2009〕66号) as days on the calendar, and
 * where this day stands between them. Days in the post or at the bank are in none of the three (facts C4).
 */
import { z } from 'zod';
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { defineCase } from './define-case.ts';
import { Day } from './fields.ts';
import { namedDay, numberOn } from './law.ts';
import { yearOf } from './months.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';
import { PLAUSIBLE } from './plausible.ts';
import { addWorkingDays, coversPeriod, workingDaysBetween } from './working-days.ts';

const Input = z.strictObject({
  applied: Day.describe('day of the application to the agency of the new province'),
  received: Day.optional().describe('the new agency accepted the application; default: applied'),
  letterReceived: Day.optional().describe('the old agency got the letter of consent'),
  fundsReceived: Day.optional().describe('the new agency got both the record and the money'),
  finished: Day.optional().describe('the person was told that it is done'),
});
export type DeadlinesInput = z.infer<typeof Input>;

const Limit = z.strictObject({
  stage: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  from: z.string().describe('the day it runs from, itself not counted'),
  due: z.string().describe('last day'),
  assumed: z.literal(true).optional().describe('reckoned from the last day of the stage before'),
  covered: z.boolean().describe('false: the holidays of a year in it are not published or not known yet'),
});
type Limit = z.infer<typeof Limit>;

export const DEADLINE_STATES = ['before', 'running', 'due-today', 'perhaps-late', 'late', 'finished'] as const;

const Result = z.strictObject({
  limits: z.array(Limit),
  covered: z.boolean(),
  position: z.strictObject({
    today: z.string().describe('the day asked about'),
    state: z
      .enum(DEADLINE_STATES)
      .describe('perhaps-late: only if the next event, of which nothing was said, is still out'),
    stage: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    workingDaysLeft: z.int().describe('until the last day of that stage'),
    workingDaysLate: z.int().describe('after it'),
  }),
});
export type DeadlinesResult = z.infer<typeof Result>;

export const deadlines = defineCase<DeadlinesInput, DeadlinesResult>({
  kind: 'deadlines',
  input: Input,
  result: Result,
  fields: Object.keys(Input.shape),
  check: checkDays,
  work: workOutDeadlines,
});

const EVENTS = ['applied', 'received', 'letterReceived', 'fundsReceived', 'finished'] as const;

function checkDays(input: DeadlinesInput, { edition }: Given): InputProblem[] {
  const measures = namedDay(edition, 'measures-start');
  const problems: InputProblem[] = [];
  let before: { field: string; day: string } | undefined;
  for (const field of EVENTS) {
    const day = input[field];
    if (day === undefined) continue;
    if (day < measures) problems.push(inputProblem(field, 'before-measures', { given: day, measuresDay: measures }));
    else if (yearOf(day) >= PLAUSIBLE.lastYear)
      problems.push(inputProblem(field, 'too-late', { given: day, lastYear: PLAUSIBLE.lastYear }));
    else if (before && day < before.day)
      problems.push(inputProblem(field, 'not-in-order', { given: day, other: before.field, otherDay: before.day }));
    before = { field, day };
  }
  return problems;
}

function workOutDeadlines(input: DeadlinesInput, given: Given): Worked<DeadlinesResult> {
  const limits = limitsOf(input, given);
  const position = positionOn(given.asOf, input, limits);
  const covered = limits.every((limit) => limit.covered);
  const [first, , last] = limits;
  return {
    result: { limits, covered, position },
    trace: [
      ...limits.map((limit) => limitStep(limit, given)),
      step(`deadlines-${position.state}`, 'gbf-2009-66#8', {
        todayDay: position.today,
        number: position.stage,
        leftDays: position.workingDaysLeft,
        lateDays: position.workingDaysLate,
      }),
    ],
    headline: phrase(`deadlines-${position.state}`, {
      firstDay: first?.due ?? '',
      lastDay: last?.due ?? '',
      number: position.stage,
      stageDay: limits.find((limit) => limit.stage === position.stage)?.due ?? '',
      leftDays: position.workingDaysLeft,
      lateDays: position.workingDaysLate,
      ...(input.finished === undefined ? {} : { finishedDay: input.finished }),
    }),
    todo: todo(position),
    change: limits.some((limit) => limit.assumed) ? [phrase('deadlines-known-days')] : [],
    notes: notes(limits),
  };
}

/** Stage 2 runs from the letter, stage 3 from record and money; unknown, from the last day of the stage before. */
function limitsOf(input: DeadlinesInput, { edition }: Given): Limit[] {
  const events = [input.received ?? input.applied, input.letterReceived, input.fundsReceived];
  const limits: Limit[] = [];
  for (const [index, event] of events.entries()) {
    const from = event ?? limits.at(-1)?.due ?? input.applied;
    const due = addWorkingDays(from, numberOn(edition, 'stage-limit', from, 'applied').value);
    limits.push({
      stage: STAGES[index] ?? 3,
      from,
      due,
      ...(event === undefined ? { assumed: true as const } : {}),
      covered: coversPeriod(from, due),
    });
  }
  return limits;
}

const STAGES = [1, 2, 3] as const;

function limitStep(limit: Limit, { edition }: Given): Step {
  return step(`deadlines-stage-${limit.stage}${limit.assumed ? '-assumed' : ''}`, `gbf-2009-66#8.${limit.stage + 1}`, {
    fromDay: limit.from,
    dueDay: limit.due,
    limitDays: numberOn(edition, 'stage-limit', limit.from, 'applied').value,
  });
}

/** What has happened is known up to the last event given; a limit that passed in silence may have been kept. */
function positionOn(today: string, input: DeadlinesInput, limits: readonly Limit[]): DeadlinesResult['position'] {
  const known = input.fundsReceived ? 3 : input.letterReceived ? 2 : 1;
  const running = limits.find((limit) => limit.stage >= known && today <= limit.due);
  const stage = running?.stage ?? 3;
  const due = limits.find((limit) => limit.stage === stage)?.due ?? today;
  const base = { today, stage, workingDaysLeft: workingDaysBetween(today, due), workingDaysLate: 0 };
  if (input.finished !== undefined && input.finished <= today)
    return { ...base, state: 'finished', stage: 3, workingDaysLeft: 0 };
  if (today < input.applied) return { ...base, state: 'before' };
  if (!running) return { ...base, state: 'late', workingDaysLeft: 0, workingDaysLate: workingDaysBetween(due, today) };
  if (running.stage > known) return { ...base, state: 'perhaps-late' };
  return { ...base, state: today === due ? 'due-today' : 'running' };
}

function todo({ state, stage }: DeadlinesResult['position']): Phrase[] {
  if (state === 'late') return [phrase('deadlines-late'), phrase('deadlines-complain')];
  if (state === 'perhaps-late') return [phrase('deadlines-ask', { number: stage - 1 })];
  if (state === 'finished') return [phrase('deadlines-check-record')];
  return [phrase('deadlines-wait'), phrase('deadlines-track')];
}

function notes(limits: readonly Limit[]): Phrase[] {
  const open = limits.find((limit) => !limit.covered);
  return [
    phrase('deadlines-without-post'),
    ...(open ? [phrase('deadlines-not-covered', { number: open.stage, year: yearOf(open.due) })] : []),
  ];
}
