/** Between the employees' and the residents' scheme at retirement age: 人社部发〔2014〕17号. */
import { z } from 'zod';
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { checkWholePerson } from './check-person.ts';
import { defineCase } from './define-case.ts';
import { Birth, MonthCount, Post, Sex } from './fields.ts';
import { type Dated, inForce, namedDay, numberOn } from './law.ts';
import { firstDayOf, laterOf, monthOf } from './months.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';
import { PLAUSIBLE } from './plausible.ts';
import { reckonRetirement } from './reckon-retirement.ts';

const Input = z.strictObject({
  atAge: z.boolean().optional().describe('has reached the statutory age; or sex, birth and post'),
  receiving: z.boolean().default(false).describe('already draws a pension of either scheme'),
  employeeMonths: MonthCount,
  residentMonths: MonthCount.default(0),
  overlapMonths: MonthCount.default(0).describe('months paid in both'),
  year: z.int().min(1998).max(PLAUSIBLE.lastYear).optional().describe('year of the statutory age: its minimum counts'),
  minimumMonths: MonthCount.min(1).optional().describe('instead of year'),
  sex: Sex.optional(),
  birth: Birth.optional(),
  post: Post.optional(),
});
export type SchemesInput = z.infer<typeof Input>;

export const SCHEME_RESULTS = ['to-employee', 'to-resident', 'wait', 'no-bridge'] as const;

const Result = z.strictObject({
  result: z.enum(SCHEME_RESULTS).describe('to-resident: unless the person pays on until the minimum'),
  clause: z.string().describe('article of 人社部发〔2014〕17号; 66-9: before it there was no national rule'),
  minimumMonths: z.int(),
  gapMonths: z.int().describe('employee months missing to the minimum'),
  employeeMonths: z.int(),
  residentMonthsCounted: z.int().describe('resident months that count in the scheme reached'),
  residentTotalMonths: z.int().nullable().describe('to-resident: all months as resident months'),
});
export type SchemesResult = z.infer<typeof Result>;

export const schemes = defineCase<SchemesInput, SchemesResult>({
  kind: 'schemes',
  input: Input,
  result: Result,
  fields: Object.keys(Input.shape),
  check: checkSchemes,
  work: workOutSchemes,
});

function checkSchemes(input: SchemesInput, given: Given): readonly InputProblem[] {
  const { overlapMonths, employeeMonths, residentMonths, sex, birth } = input;
  const most = Math.min(employeeMonths, residentMonths);
  const problems: InputProblem[] = [];
  if (overlapMonths > most)
    problems.push(inputProblem('overlapMonths', 'overlap-too-long', { given: overlapMonths, mostMonths: most }));
  const person = sex !== undefined && birth !== undefined;
  if (person) problems.push(...checkWholePerson(input, given));
  else if (input.atAge === undefined && !input.receiving)
    problems.push(
      ...(sex === undefined && birth === undefined
        ? [inputProblem('atAge', 'missing')]
        : checkWholePerson(input, given)),
    );
  return problems;
}

function workOutSchemes(input: SchemesInput, given: Given): Worked<SchemesResult> {
  const { edition, asOf } = given;
  const { minimum, atAge, assumed } = situation(input, given);
  const gapMonths = Math.max(0, minimum.value - input.employeeMonths);
  const counted = input.residentMonths - input.overlapMonths;
  const facts = {
    employeeMonths: input.employeeMonths,
    residentMonths: input.residentMonths,
    overlapMonths: input.overlapMonths,
    minimumMonths: minimum.value,
    gapMonths,
  };
  const give = (decision: Decision, more: Partial<SchemesResult> = {}): Worked<SchemesResult> => ({
    result: {
      result: decision.result,
      clause: decision.clause,
      minimumMonths: minimum.value,
      gapMonths,
      employeeMonths: input.employeeMonths,
      residentMonthsCounted: 0,
      residentTotalMonths: null,
      ...more,
    },
    trace: decision.steps,
    headline: phrase(decision.code, { ...facts, totalMonths: more.residentTotalMonths ?? 0 }),
    todo: decision.todo.map((code) => phrase(code, facts)),
    change: decision.result === 'to-resident' ? [phrase('schemes-pay-on', facts)] : [],
    notes: notes(input, minimum, assumed, given),
  });

  if (!inForce(edition, 'rsbf-2014-17', asOf)) {
    const day = { bridgeDay: namedDay(edition, 'schemes-bridge-start') };
    const steps = [step('schemes-no-rule-yet', 'gbf-2009-66#9', day)];
    return give({
      result: 'no-bridge',
      clause: '66-9',
      code: 'schemes-no-rule-yet',
      steps,
      todo: ['schemes-keep-both'],
    });
  }
  if (input.receiving) {
    const steps = [step('schemes-receiving', 'rsbf-2014-17#2')];
    return give({ result: 'no-bridge', clause: '2', code: 'schemes-receiving', steps, todo: ['schemes-receiving'] });
  }
  if (!atAge) {
    const steps = [step('schemes-too-young', 'rsbf-2014-17#3')];
    return give({ result: 'wait', clause: '3', code: 'schemes-wait', steps, todo: ['schemes-keep-both'] });
  }
  const overlap = input.overlapMonths > 0 ? [step('schemes-overlap', 'rsbf-2014-17#7', facts)] : [];
  if (gapMonths === 0) {
    const steps = [
      step('schemes-enough', 'rsbf-2014-17#3', facts),
      step('schemes-into-employee', 'rsbf-2014-17#5', facts),
      ...overlap,
    ];
    return give({
      result: 'to-employee',
      clause: '3',
      code: 'schemes-to-employee',
      steps,
      todo: ['schemes-apply-employee', 'schemes-gather'],
    });
  }
  const total = input.employeeMonths + counted;
  const steps = [
    step('schemes-short', 'rsbf-2014-17#3', facts),
    ...overlap,
    step('schemes-into-resident', 'rsbf-2014-17#6', { ...facts, countedMonths: counted, totalMonths: total }),
  ];
  return give(
    {
      result: 'to-resident',
      clause: '3',
      code: 'schemes-to-resident',
      steps,
      todo: ['schemes-pay-on-first', 'schemes-apply-resident', 'schemes-gather'],
    },
    { residentMonthsCounted: counted, residentTotalMonths: total },
  );
}

interface Decision {
  readonly result: SchemesResult['result'];
  readonly clause: string;
  readonly code: string;
  readonly steps: readonly Step[];
  readonly todo: readonly string[];
}

/** Which minimum counts and whether the age has come: as given, else from the person, else as of the day asked. */
function situation(input: SchemesInput, { edition, asOf }: Given) {
  const { sex, birth, post } = input;
  const person = sex !== undefined && birth !== undefined ? reckonRetirement(edition, { sex, birth, post }) : undefined;
  const day = input.year === undefined ? person && firstDayOf(person.month) : firstDayOf(`${input.year}-01`);
  const minimum: Dated<number> =
    input.minimumMonths === undefined
      ? numberOn(edition, 'minimum-months', day ?? asOf, input.year === undefined ? 'birth' : 'year')
      : { value: input.minimumMonths, source: 'sc-2024-delay#2' };
  const atAge = input.atAge ?? (person !== undefined && person.month <= monthOf(asOf));
  return { minimum, atAge, assumed: input.minimumMonths === undefined && day === undefined };
}

function notes(input: SchemesInput, minimum: Dated<number>, assumed: boolean, { edition, asOf }: Given): Phrase[] {
  const literal = numberOn(edition, 'schemes-bridge-months', laterOf(asOf, namedDay(edition, 'schemes-bridge-start')));
  const between = input.employeeMonths >= literal.value && input.employeeMonths < minimum.value;
  return [
    ...(assumed ? [phrase('minimum-assumed', { minimumMonths: minimum.value })] : []),
    ...(between ? [phrase('threshold-unsettled', { literalMonths: literal.value, minimumMonths: minimum.value })] : []),
  ];
}
