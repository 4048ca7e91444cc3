/** What a case says: the next question with its buttons, a correction, the result. */
import { CaseInputError, type InputProblem, sayCase, sayInputProblem } from '../../cases/index.ts';
import type { Bubble, Option, Reply } from '../talk.ts';
import { hotline, placeName, type TurnContext } from '../turn-context.ts';
import { caseAddress } from './case-address.ts';
import { type AnswerType, ageMatters, type FormField } from './case-form.ts';
import { type CaseDays, inputOf, tryOut, workOut } from './case-input.ts';
import type { CaseState } from './case-state.ts';
import type { FieldName } from './facts.ts';
import { namedDay } from './named-day.ts';
import { type SaidField, saidFields } from './say-said.ts';

/** Where a number typed is an answer and never the number of a button. */
const NUMERIC: readonly AnswerType[] = ['months', 'amount', 'index', 'birth', 'wages', 'day', 'month-or-day', 'stays'];
/** Buttons under a result; the page offers a change for everything said. */
const MOST_CHANGES = 5;

export function isNumeric(field: FormField): boolean {
  return NUMERIC.includes(field.type);
}

export function caseDays({ snapshot, day, today }: TurnContext): CaseDays {
  return { edition: snapshot.edition, asOf: day, today };
}

/** @param before bubbles said first: what was noted, corrected or answered in between */
export function questionReply(
  context: TurnContext,
  state: CaseState,
  field: FormField,
  before: readonly Bubble[] = [],
): Reply {
  const { say } = context;
  const steering: Option[] = [
    { title: say('case-talk:option.unknown'), command: { do: 'case-unknown' } },
    ...(state.asked.length > 0
      ? [{ title: say('case-talk:option.back'), command: { do: 'case-back' } } satisfies Option]
      : []),
    { title: say('case-talk:option.cancel'), command: { do: 'case-cancel' } },
  ];
  const options = [...choices(context, state, field), ...steering];
  const unnumbered = isNumeric(field);
  const hint = unnumbered
    ? say('case-talk:orSay', {
        words: options.map(({ title }) => say('case-talk:quoted', { title })).join(say('case-talk:quotedSeparator')),
      })
    : '';
  return {
    decision: 'case',
    entries: state.entry === undefined ? [] : [state.entry],
    bubbles: [...before, { kind: 'text', text: questionText(context, state, field) + hint }],
    options,
    ...(unnumbered ? { unnumbered } : {}),
  };
}

export function questionText(context: TurnContext, state: CaseState, field: FormField): string {
  const { say } = context;
  if (field.name === 'birth' && state.birthYear !== undefined)
    return say('case-talk:birthMonth', { year: state.birthYear });
  if (field.name === 'birth' && state.kind === 'transfer') return say('case-talk:birthOrAge');
  if (field.name === 'stays' && state.halfStays !== undefined)
    return say('case-talk:staysMonths', {
      places: state.halfStays.map((region) => placeName(context, region)).join(say('case-talk:listSeparator')),
    });
  if (field.name === 'insuredBeforeLaw')
    return say('case:question.insuredBeforeLaw', { lawDay: namedDay(context, 'law-start') });
  const name = field.name === 'since1998' && state.kind === 'pension' ? 'account' : field.name;
  return say(`case:question.${name}`);
}

function choices(context: TurnContext, state: CaseState, { name, type }: FormField): Option[] {
  const { say } = context;
  const answer = (title: string, value: string | number | boolean | null): Option => ({
    title,
    command: { do: 'case-answer', field: name, value },
  });
  switch (type) {
    case 'region':
    case 'hukou':
    case 'from':
      return [
        ...mentioned(context, state, name).map((region) => answer(placeName(context, region), region)),
        ...(type === 'hukou' ? [answer(say('case:choice.hukou-none'), null)] : []),
        ...(type === 'from' ? [answer(say('case:choice.from-none'), null)] : []),
      ];
    case 'sex':
      return [answer(say('case:choice.sex.female'), 'female'), answer(say('case:choice.sex.male'), 'male')];
    case 'post':
      return [answer(say('case:choice.post.worker'), 'worker'), answer(say('case:choice.post.cadre'), 'cadre')];
    case 'yes-no':
      return [answer(say('case:choice.boolean.true'), true), answer(say('case:choice.boolean.false'), false)];
    case 'index':
      return [answer(say('case-talk:averageIndex'), 1)];
    default:
      return [];
  }
}

/** Regions the person has named already, those most likely meant first. */
function mentioned({ talk }: TurnContext, { facts }: CaseState, field: FieldName): string[] {
  const { hukou, work, from, to } = talk.places;
  const stays = (facts.stays ?? []).map(({ region }) => region).reverse();
  const order = field === 'hukou' ? [hukou, ...stays, from, to, work] : [work, ...stays, from, to, hukou];
  const taken = field === 'to' ? facts.from : field === 'from' ? facts.to : undefined;
  return [...new Set(order)].filter((one): one is string => one !== undefined && one !== taken).slice(0, 4);
}

/** What is wrong, kindly and exactly. */
export function correction(context: TurnContext, problems: readonly InputProblem[]): Bubble {
  const { snapshot, say, language } = context;
  const said = problems.map((problem) => sayInputProblem(snapshot.edition, problem, say, language));
  return { kind: 'text', text: [...new Set(said)].join('\n') };
}

/** @returns the result, or what stands against it: the law may have had no rule on that day */
export function resultReply(
  context: TurnContext,
  state: CaseState,
  offersReminder: boolean,
  before: readonly Bubble[] = [],
): { readonly reply: Reply; readonly problems: readonly InputProblem[] } {
  const { say } = context;
  const said = saidFields(context, state);
  const changes = said
    .filter(({ field }) => field !== 'receiving')
    .slice(0, MOST_CHANGES)
    .map(({ field, change }): Option => ({ title: change, command: { do: 'case-change', field } }));
  const frame = { decision: 'case' as const, entries: state.entry === undefined ? [] : [state.entry] };
  try {
    const bubbles = possibilities(state).map((one) => caseBubble(context, one, said));
    const remind: Option[] =
      offersReminder && limitsAhead(context, state).length > 0
        ? [{ title: say('case-talk:option.remind'), command: { do: 'case-remind' } }]
        : [];
    return {
      reply: {
        ...frame,
        bubbles: [...before, ...bubbles],
        options: [...remind, ...changes, { title: say('chat:option.person'), command: { do: 'person' } }],
      },
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    const reply = { ...frame, bubbles: [...before, correction(context, error.problems)], options: changes };
    return { reply, problems: error.problems };
  }
}

/** Limits that are not over yet, for a reminder of each. */
export function limitsAhead(
  context: TurnContext,
  state: CaseState,
): readonly { readonly stage: 1 | 2 | 3; readonly due: string }[] {
  if (state.kind !== 'deadlines' || state.facts.finished !== undefined) return [];
  const limits = tryOut('deadlines', inputOf(state, context.today), caseDays(context))?.result.limits ?? [];
  return limits.filter(({ due }) => due >= context.today).map(({ stage, due }) => ({ stage, due }));
}

/** A woman who doesn't know her post gets both ages, each under its name. */
function possibilities(state: CaseState): CaseState[] {
  const open = state.unknown.includes('post') && state.facts.sex === 'female';
  if (!open) return [state];
  return (['worker', 'cadre'] as const).map((post) => ({ ...state, facts: { ...state.facts, post } }));
}

function caseBubble(context: TurnContext, state: CaseState, said: readonly SaidField[]): Bubble {
  const { snapshot, say, language, today, day } = context;
  const input = filledUp(state, today);
  const outcome = workOut(state.kind, input, caseDays(context));
  const words = sayCase(snapshot.edition, outcome, say, language);
  const post = state.unknown.includes('post') ? say(`case:choice.post.${state.facts.post}`) : '';
  return {
    kind: 'case',
    case: state.kind,
    title: post ? say('case-talk:titleOf', { title: words.title, which: post }) : words.title,
    headline: words.headline,
    lines: words.lines.map(({ text, source }) => ({ text, source: source.name })),
    todo: words.todo,
    change: words.change,
    notes: [...assumptions(context, state), ...words.notes],
    disclaimer: words.disclaimer,
    estimate: words.estimate,
    said: said.map(({ label, value, change }) => ({ label, value, change })),
    link: caseAddress(state.kind, inputOf(state, today), day === today ? undefined : day),
    asOf: words.asOf,
    language,
  };
}

/**
 * Where the law looks at no age, the schema wants sex and birth all the same: anybody's will do, and neither appears in
 * the trace, the summary or the link.
 */
function filledUp(state: CaseState, today: string): Readonly<Record<string, unknown>> {
  const input = inputOf(state, today);
  if (state.kind !== 'transfer' || ageMatters(state)) return input;
  return { sex: 'male', birth: '1980-01', ...input };
}

/** What was taken for granted by us; what the rule itself takes for granted, its own notes say. */
function assumptions(context: TurnContext, state: CaseState): string[] {
  const { say } = context;
  const own = ['since1998', 'before1998', 'interest', 'overlapMonths'] as const;
  const assumed = state.kind === 'pension' ? [] : own.filter((field) => state.unknown.includes(field));
  return [
    ...assumed.map((field) => say(`case-talk:assumed.${field}`, { hotline: hotline(context) })),
    ...(state.yearsAssumed && state.facts.wages ? [say('case-talk:assumed.years')] : []),
    ...(state.kind === 'transfer' && state.age !== undefined && state.facts.birth === undefined
      ? [say('case-talk:assumed.age', { age: state.age })]
      : []),
  ];
}
