/**
 * Whether the relation moves, or stays and a temporary account is opened: Art. 5 of the Interim Measures
 * (国办发〔2009〕66号) and notice 人社部发〔2010〕70号, in the order of calculations §2.
 * Where the formal relation in the new province is kept (70号), what is elsewhere joins it: the relation "moves".
 */
import { z } from 'zod';
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { checkBirth } from './check-person.ts';
import { defineCase } from './define-case.ts';
import { Birth, Day, Hukou, MonthOrDay, RegionId, Sex } from './fields.ts';
import { inForce, namedDay, numberOn } from './law.ts';
import { type AgeOn, ageOn, monthOf } from './months.ts';
import { newerOpinions } from './newer-opinions.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';

const Input = z.strictObject({
  sex: Sex,
  birth: Birth,
  hukou: Hukou,
  from: RegionId.nullable().describe('province insured in before; null: never insured before'),
  to: RegionId.describe('province of the new job'),
  joined: MonthOrDay.optional().describe('first insured and paying in the new province: the age of that day decides'),
  applied: Day.optional().describe('used for joined where that is not known'),
  approved: z
    .boolean()
    .optional()
    .describe('moved by decision of an organisation or personnel department, county or up'),
  receiving: z.boolean().optional().describe('already draws a basic pension'),
  insuredHereBefore2010: z.boolean().optional().describe('insured in the new province before 2010-01-01'),
  agedInBreak: z
    .boolean()
    .optional()
    .describe('reached 50 (men) or 40 (women) in a break after paying in the new province'),
});
export type TransferInput = z.infer<typeof Input>;

export const TRANSFER_OUTCOMES = [
  'transfer',
  'temporary-account',
  'keep-formal',
  'intra-province',
  'no-transfer',
] as const;
type Outcome = (typeof TRANSFER_OUTCOMES)[number];

const Result = z.strictObject({
  relation: z.enum(['moves', 'stays']),
  temporaryAccount: z.boolean(),
  outcome: z.enum(TRANSFER_OUTCOMES),
  clause: z.string().describe('article of the Interim Measures; 70: notice 人社部发〔2010〕70号'),
  ageYears: z.int().nullable().describe('full years on the day of joining; null where age does not matter'),
  ageLimitYears: z.int().nullable(),
  joined: z.string().describe('the day the age was judged on'),
});
export type TransferResult = z.infer<typeof Result>;

export const transfer = defineCase<TransferInput, TransferResult>({
  kind: 'transfer',
  input: Input,
  result: Result,
  fields: Object.keys(Input.shape),
  check: checkTransfer,
  work: workOutTransfer,
});

function checkTransfer(input: TransferInput, given: Given): readonly InputProblem[] {
  const problems = [...checkBirth(input.birth, given)];
  if (input.joined !== undefined && monthOf(input.joined) < monthOf(input.birth))
    problems.push(inputProblem('joined', 'before-birth', { given: input.joined, birth: input.birth }));
  const measures = namedDay(given.edition, 'measures-start');
  if (input.applied !== undefined && input.applied < measures)
    problems.push(inputProblem('applied', 'before-measures', { given: input.applied, measuresDay: measures }));
  else if (input.applied !== undefined && monthOf(input.applied) < monthOf(input.birth))
    problems.push(inputProblem('applied', 'before-birth', { given: input.applied, birth: input.birth }));
  return problems;
}

interface Decision {
  readonly outcome: Outcome;
  readonly clause: string;
  readonly steps: readonly Step[];
  readonly age?: AgeOn;
  readonly limit?: number;
}

function workOutTransfer(input: TransferInput, given: Given): Worked<TransferResult> {
  const joined = input.joined ?? input.applied ?? given.asOf;
  const decided = decide(input, joined, given);
  const { outcome, clause, age, limit } = decided;
  const places = { toRegion: input.to, ...(input.from === null ? {} : { fromRegion: input.from }) };
  const first = input.from === null && outcome !== 'intra-province' && outcome !== 'no-transfer' ? '-first' : '';
  return {
    result: {
      relation: outcome === 'transfer' || outcome === 'keep-formal' ? 'moves' : 'stays',
      temporaryAccount: outcome === 'temporary-account',
      outcome,
      clause,
      ageYears: age?.years ?? null,
      ageLimitYears: limit ?? null,
      joined,
    },
    trace: decided.steps,
    headline: phrase(`${outcome}${first}`, places),
    todo: todo(`${outcome}${first}`, places),
    change: outcome === 'temporary-account' ? [phrase('temporary-account', places)] : [],
    notes: notes(input, decided, given),
  };
}

function decide(input: TransferInput, joined: string, given: Given): Decision {
  const { edition, asOf } = given;
  const { from, to, hukou } = input;
  if (input.receiving)
    return { outcome: 'no-transfer', clause: '2', steps: [step('transfer-receiving', 'gbf-2009-66#2')] };
  if (from === to)
    return {
      outcome: 'intra-province',
      clause: '11',
      steps: [step('transfer-intra', 'gbf-2009-66#11', { toRegion: to })],
    };
  if (to === hukou)
    return { outcome: 'transfer', clause: '5.1', steps: [step('transfer-hukou', 'gbf-2009-66#5.1', { toRegion: to })] };
  const elsewhere =
    hukou === null
      ? step('transfer-no-hukou', 'gbf-2009-66#5', { toRegion: to })
      : step('transfer-elsewhere', 'gbf-2009-66#5.2', { toRegion: to, hukouRegion: hukou });
  if (input.approved)
    return { outcome: 'transfer', clause: '5.3', steps: [elsewhere, step('transfer-approved', 'gbf-2009-66#5.3')] };
  const limit = numberOn(edition, `temporary-account-age-${input.sex === 'male' ? 'men' : 'women'}`, asOf);
  const age = ageOn(input.birth, joined);
  const aged = { age: age.years, limit: limit.value, joinedDay: joined };
  const kept = keepsFormal(input, joined, given);
  if (kept && inForce(edition, 'rsbf-2010-70', asOf))
    return {
      outcome: 'keep-formal',
      clause: '70',
      steps: [elsewhere, step(kept, 'rsbf-2010-70#whole', { toRegion: to, ...aged })],
      age,
      limit: limit.value,
    };
  if (age.years < limit.value)
    return {
      outcome: 'transfer',
      clause: '5.2',
      steps: [elsewhere, step(`transfer-younger-${input.sex}`, limit.source, aged)],
      age,
      limit: limit.value,
    };
  const first = from === null && inForce(edition, 'rsbf-2010-70', asOf);
  return {
    outcome: 'temporary-account',
    clause: first ? '70' : '5.2',
    steps: [
      elsewhere,
      step(`transfer-older-${input.sex}`, limit.source, aged),
      first
        ? step('transfer-first', 'rsbf-2010-70#whole', { toRegion: to })
        : step('transfer-temporary', 'gbf-2009-66#5.2', {
            toRegion: to,
            ...(from === null ? {} : { fromRegion: from }),
          }),
    ],
    age,
    limit: limit.value,
  };
}

/** Facts E3c: who was here before the Measures, or grew older in a break here, keeps the formal relation. */
function keepsFormal(input: TransferInput, joined: string, { edition }: Given): string | undefined {
  const start = namedDay(edition, 'measures-start');
  if (input.insuredHereBefore2010 || (input.joined !== undefined && monthOf(joined) < monthOf(start)))
    return 'transfer-before-measures';
  return input.agedInBreak ? 'transfer-aged-in-break' : undefined;
}

const TODO: Readonly<Record<string, readonly string[]>> = {
  transfer: ['transfer-apply', 'transfer-new-place', 'transfer-old-place'],
  'transfer-first': ['transfer-first'],
  'temporary-account': ['temporary-pay', 'temporary-old-place', 'temporary-gather'],
  'temporary-account-first': ['temporary-pay', 'temporary-gather-first'],
  'keep-formal': ['keep-ask', 'transfer-apply', 'transfer-old-place'],
  'keep-formal-first': ['keep-ask'],
  'intra-province': ['intra-ask'],
  'no-transfer': ['no-transfer'],
};

function todo(outcome: string, places: Readonly<Record<string, string>>): Phrase[] {
  return (TODO[outcome] ?? []).map((code) => phrase(code, places));
}

function notes(input: TransferInput, { age, limit }: Decision, given: Given): Phrase[] {
  const notes: Phrase[] = [];
  if (age && input.joined === undefined)
    notes.push(
      input.applied === undefined
        ? phrase('joined-today', { joinedDay: given.asOf })
        : phrase('joined-as-applied', { joinedDay: input.applied }),
    );
  if (age?.uncertain && age.years === limit) notes.push(phrase('birthday-decides', { limit }));
  return [...notes, ...newerOpinions(given)];
}
