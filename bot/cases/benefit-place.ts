/**
 * Where the pension is paid: Art. 6 of the Interim Measures (国办发〔2009〕66号), in its order; for people without a
 * mainland hukou the last step is that of decree 41. One province always comes out.
 */
import { z } from 'zod';
import type { InputProblem } from './case-input-error.ts';
import { defineCase } from './define-case.ts';
import { Hukou, MonthCount, RegionId } from './fields.ts';
import { inForce, mustBeInForce, numberOn } from './law.ts';
import { newerOpinions } from './newer-opinions.ts';
import { type Given, type Phrase, phrase, type Step, step, type Worked } from './outcome.ts';
import { PLAUSIBLE } from './plausible.ts';
import { tooManyMonths } from './read-input.ts';
import { addStay, months, type Position, readPosition } from './stays.ts';

const Input = z.strictObject({
  hukou: Hukou,
  relation: RegionId.optional().describe('province where the relation is now; default: the last ordinary stay'),
  stays: z
    .array(
      z.strictObject({
        region: RegionId,
        months: MonthCount.min(1).describe('contribution months, deemed ones included'),
        temporary: z.boolean().optional().describe('paid into a temporary account'),
      }),
    )
    .min(1)
    .max(PLAUSIBLE.mostItems)
    .describe('in order of time, oldest first'),
});
export type BenefitPlaceInput = z.infer<typeof Input>;

const Result = z.strictObject({
  place: z.string().describe('the province that pays'),
  clause: z
    .enum(['6.1', '6.2', '6.3', '6.4', 'hmt-41'])
    .describe('paragraph of Art. 6 of the Interim Measures; hmt-41: decree 41, no mainland hukou'),
  totalMonths: z.int().describe('all months, temporary accounts included'),
  placeMonths: z.int().describe('months in the province that pays'),
  neededMonths: z.int().describe('months that make a province pay'),
  whatWouldChange: z
    .array(z.strictObject({ region: z.string(), months: z.int(), place: z.string(), clause: z.string() }))
    .describe('so many more months there, with the relation there, and that place pays instead'),
});
export type BenefitPlaceResult = z.infer<typeof Result>;

export const benefitPlace = defineCase<BenefitPlaceInput, BenefitPlaceResult>({
  kind: 'benefit-place',
  input: Input,
  result: Result,
  fields: ['hukou', 'relation', 'stays', 'region', 'months', 'temporary'],
  check: checkTotal,
  work: workOutPlace,
});

function checkTotal({ stays }: BenefitPlaceInput): InputProblem[] {
  const total = months(stays);
  return total > PLAUSIBLE.mostMonths ? [tooManyMonths('stays', total)] : [];
}

function workOutPlace(input: BenefitPlaceInput, given: Given): Worked<BenefitPlaceResult> {
  const { edition, asOf } = given;
  const position = readPosition(input);
  const needed = numberOn(edition, 'place-months', asOf).value;
  const decided = decide(position, needed, given);
  const totalMonths = months(input.stays);
  const changes = whatWouldChange(position, needed, given, decided.place);
  return {
    result: {
      place: decided.place,
      clause: decided.clause,
      totalMonths,
      placeMonths: position.months.get(decided.place) ?? 0,
      neededMonths: needed,
      whatWouldChange: changes,
    },
    trace: [
      step('place-total', 'gbf-2009-66#12', { totalMonths }),
      ...[...position.temporaryMonths].map(([region, temporaryMonths]) =>
        step('place-temporary', 'gbf-2009-66#5.2', { temporaryRegion: region, temporaryMonths }),
      ),
      ...decided.steps,
    ],
    headline: phrase('place', { placeRegion: decided.place }),
    todo: todo(decided, position),
    change: changes.map((change) =>
      phrase(change.region === position.hukou ? 'place-hukou' : 'place-more', {
        thereRegion: change.region,
        moreMonths: change.months,
      }),
    ),
    notes: notes(input, position, given),
  };
}

interface Decision {
  readonly place: string;
  readonly clause: BenefitPlaceResult['clause'];
  readonly steps: readonly Step[];
}

/** The order of calculations §1: hukou, where the relation is, backwards from there, hukou again (or the longest). */
function decide(position: Position, needed: number, given: Given): Decision {
  const { hukou, relation } = position;
  if (hukou === relation)
    return {
      place: relation,
      clause: '6.1',
      steps: [step('place-hukou', 'gbf-2009-66#6.1', { placeRegion: relation })],
    };
  const steps: Step[] = [
    hukou === null
      ? step('place-no-hukou', 'gbf-2009-66#6', { relationRegion: relation })
      : step('place-not-hukou', 'gbf-2009-66#6', { relationRegion: relation, hukouRegion: hukou }),
  ];
  const here = position.months.get(relation) ?? 0;
  const facts = { countedMonths: here, neededMonths: needed };
  if (here >= needed)
    return {
      place: relation,
      clause: '6.2',
      steps: [...steps, step('place-relation-enough', 'gbf-2009-66#6.2', { placeRegion: relation, ...facts })],
    };
  steps.push(step('place-relation-short', 'gbf-2009-66#6.3', { relationRegion: relation, ...facts }));
  for (const region of position.latestFirst.filter((earlier) => earlier !== relation)) {
    const counted = { countedMonths: position.months.get(region) ?? 0, neededMonths: needed };
    if (counted.countedMonths >= needed)
      return {
        place: region,
        clause: '6.3',
        steps: [...steps, step('place-earlier-enough', 'gbf-2009-66#6.3', { placeRegion: region, ...counted })],
      };
    steps.push(step('place-earlier-short', 'gbf-2009-66#6.3', { earlierRegion: region, ...counted }));
  }
  return hukou === null ? longest(position, steps, given) : gatherAtHukou(hukou, steps, given);
}

function gatherAtHukou(hukou: string, steps: readonly Step[], { edition, asOf }: Given): Decision {
  const duty = inForce(edition, 'rsbg-2016-5', asOf)
    ? [step('place-gather-duty', 'rsbg-2016-5#8', { placeRegion: hukou })]
    : [];
  return {
    place: hukou,
    clause: '6.4',
    steps: [...steps, step('place-gather', 'gbf-2009-66#6.4', { placeRegion: hukou }), ...duty],
  };
}

/** Decree 41 (facts F9): the province with most months; of equals the last one. */
function longest(position: Position, steps: readonly Step[], { edition, asOf }: Given): Decision {
  mustBeInForce(edition, 'hmt-41', asOf, 'hukou');
  const counted = position.months.size > 0 ? position.months : position.temporaryMonths;
  const order = position.months.size > 0 ? position.latestFirst : [...counted.keys()].reverse();
  const place = order.reduce((best, region) => ((counted.get(region) ?? 0) > (counted.get(best) ?? 0) ? region : best));
  const most = counted.get(place) ?? 0;
  const equals = order.filter((region) => counted.get(region) === most).length > 1;
  const rule = equals ? 'place-longest-last' : 'place-longest';
  return {
    place,
    clause: 'hmt-41',
    steps: [...steps, step(rule, 'hmt-41#whole', { placeRegion: place, countedMonths: most })],
  };
}

/** Tried out with the same rules, so that what is promised is what would come out. */
function whatWouldChange(position: Position, needed: number, given: Given, place: string) {
  const paid = [...position.months.values(), ...position.temporaryMonths.values()].reduce((sum, some) => sum + some, 0);
  const tries = [{ region: position.relation, months: needed - (position.months.get(position.relation) ?? 0) }];
  if (position.hukou !== null) tries.push({ region: position.hukou, months: 1 });
  return (
    tries
      // Not more than anybody can pay in a life: a promise of the impossible helps nobody.
      .filter(({ region, months: more }) => region !== place && more > 0 && paid + more <= PLAUSIBLE.mostMonths)
      .map((more) => ({ ...more, after: decide(addStay(position, more), needed, given) }))
      .filter(({ region, after }) => after.place === region)
      .map(({ region, months: more, after }) => ({ region, months: more, place: after.place, clause: after.clause }))
  );
}

function todo({ place, clause }: Decision, position: Position): Phrase[] {
  const facts = { placeRegion: place, relationRegion: position.relation };
  if (place === position.relation) return [phrase('place-stay', facts), phrase('place-bring-together', facts)];
  return [phrase(clause === '6.4' ? 'place-gather' : 'place-back', facts), phrase('place-bring-together', facts)];
}

function notes(input: BenefitPlaceInput, position: Position, given: Given): Phrase[] {
  return [
    ...(input.relation === undefined ? [phrase('relation-assumed', { relationRegion: position.relation })] : []),
    ...(input.relation !== undefined && input.relation !== position.relation
      ? [phrase('relation-not-temporary', { givenRegion: input.relation, relationRegion: position.relation })]
      : []),
    ...(position.temporaryMonths.size > 0 ? [phrase('temporary-months-count-in-total')] : []),
    phrase('place-judged-when-due'),
    ...newerOpinions(given),
  ];
}
