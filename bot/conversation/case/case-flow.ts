/**
 * The course of a case, one message at a time: what is said is taken in, what is missing is asked, what is wrong is
 * corrected, and when nothing is missing the result comes. Gives data; the dialog and the command line speak it.
 */
import type { CaseKind } from '../../knowledge/index.ts';
import type { Outcome } from '../../matching/index.ts';
import { moreWays } from '../reply/answer-reply.ts';
import type { Bubble, Command, Reply } from '../talk.ts';
import { hotline, placeName, platform, type TurnContext } from '../turn-context.ts';
import { chosenOption } from '../understand/read-command.ts';
import { type FormField, fieldOf } from './case-form.ts';
import { isNumeric, questionReply, questionText } from './case-reply.ts';
import { type CaseState, emptyCase, isAnswered, withFacts, withoutField } from './case-state.ts';
import {
  advance,
  ask,
  type CaseMeans,
  type CaseMove,
  goesOn,
  ofForm,
  readerOf,
  summary,
  text,
  whatToChange,
} from './case-step.ts';
import { type CaseWords, caseWords } from './case-words.ts';
import type { CaseFacts, FieldName, ReadFacts } from './facts.ts';
import { readAnswer } from './read-answer.ts';
import { readDurations } from './read-durations.ts';
import { readFacts } from './read-facts.ts';
import { saidFields } from './say-said.ts';

export interface CaseBegin {
  readonly kind: CaseKind;
  readonly entry: string | undefined;
  /** What was said before: read first, so that nothing is asked twice. */
  readonly message: string | undefined;
}

export async function openCase(context: TurnContext, begin: CaseBegin, means: CaseMeans): Promise<CaseMove> {
  const { talk } = context;
  const { hukou, from, to } = talk.places;
  const remembered: CaseFacts = {
    ...talk.person,
    ...(hukou === undefined ? {} : { hukou }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const start = withFacts(emptyCase(begin.kind, begin.entry), { facts: ofForm(begin.kind, remembered) });
  const read = begin.message === undefined ? { facts: {} } : await readFacts(begin.message, readerOf(context));
  const state = withFacts(start, { ...read, facts: ofForm(begin.kind, read.facts) });
  return advance(context, state, means, opening(context, state));
}

/** @returns the case with its question asked again, after something else was talked about */
export function askAgain(context: TurnContext, state: CaseState, before: readonly Bubble[]): Reply | undefined {
  const field = state.pending && fieldOf(state.kind, state.pending);
  if (!field) return undefined;
  const reply = questionReply(context, state, field);
  const bubbles = reply.bubbles.map((bubble) =>
    bubble.kind === 'text' ? { ...bubble, text: context.say('case-talk:resume', { question: bubble.text }) } : bubble,
  );
  return { ...reply, bubbles: [...before, ...bubbles] };
}

export async function continueCase(
  context: TurnContext,
  state: CaseState,
  message: string,
  means: CaseMeans,
): Promise<CaseMove> {
  const words = caseWords(context.tools.wording);
  const field = state.pending && fieldOf(state.kind, state.pending);
  const chosen = chosenOption(message, context.talk, !(field && isNumeric(field)));
  if (chosen) return doChosen(context, state, chosen, means);
  // Not every change has a button, but every change can be said: the page shows one beside each field.
  const toChange = saidFields(context, state).find((one) => one.change === message.trim());
  if (toChange) return ask(context, withoutField(state, toChange.field), toChange.field, means);
  const word = words.wordOf(message);
  if (word === 'stopReminders') return { move: 'not-mine' };
  if (word === 'remind' && !(means.reminders && state.kind === 'deadlines')) return { move: 'not-mine' };
  if (word === 'unknown') return field ? notKnown(context, state, field, means) : { move: 'not-mine' };
  if (word !== undefined) return doChosen(context, state, { do: `case-${word}` }, means);
  if (context.tools.readCommand(message, { ...context.talk, options: [] })) return { move: 'not-mine' };
  if (words.isQuestion(message)) return { move: 'not-mine' };
  if (words.asksChange(message) || (!field && isTerseChange(message, state, words)))
    return await change(context, state, message, words, means);
  return field ? await answer(context, state, field, message, words, means) : { move: 'not-mine' };
}

function doChosen(context: TurnContext, state: CaseState, command: Command, means: CaseMeans): CaseMove {
  switch (command.do) {
    case 'case-answer':
      return advance(context, answered(state, command.field, { facts: { [command.field]: command.value } }), means);
    case 'case-unknown': {
      const field = state.pending && fieldOf(state.kind, state.pending);
      return field ? notKnown(context, state, field, means) : { move: 'not-mine' };
    }
    case 'case-back':
      return back(context, state, means);
    case 'case-change':
      return ask(context, withoutField(state, command.field), command.field, means);
    case 'case-cancel':
      return { move: 'ends', reply: plainReply(context, state, 'case-talk:ended') };
    case 'case-remind':
      return { move: 'remind', state };
    default:
      return { move: 'not-mine' };
  }
}

async function answer(
  context: TurnContext,
  state: CaseState,
  field: FormField,
  message: string,
  words: CaseWords,
  means: CaseMeans,
): Promise<CaseMove> {
  const reader = readerOf(context);
  const { read, unclear, halfStays } = await readAnswer(message, field, state, reader, words.answers);
  if (unclear) return goesOn(state, askWhich(context, state, field, unclear));
  if (halfStays) {
    const half = { ...state, halfStays };
    return goesOn(half, questionReply(context, half, field));
  }
  // "湖北，女的": what else is said is taken too, where it was still missing.
  const more = await readFacts(message, reader);
  if (!read) {
    const instead = ofForm(state.kind, more.facts);
    const said = Object.keys(instead) as FieldName[];
    if (said.length === 0) return lostOn(context, state, field, message);
    const changed = withFacts(state, { ...more, facts: instead });
    return advance(context, changed, means, [
      text(context, 'case-talk:changed', { said: summary(context, changed, said) }),
    ]);
  }
  const missing = ofForm(state.kind, more.facts, (name) => name !== field.name && !isAnswered(state, name));
  const next = answered(state, field.name, { ...read, facts: { ...missing, ...read.facts } });
  const onlyAge = read.age !== undefined && state.kind !== 'transfer';
  return advance(context, next, means, onlyAge ? [text(context, 'case-talk:ageNotEnough')] : []);
}

const UNSURE: readonly Outcome[] = ['none', 'clarify', 'smalltalk'];
/** A failed answer is more likely than a new question put without a question word; so the match has to be a good one. */
const SURE = 0.6;
const LEAST_WORDS = 4;

/** Neither an answer nor a question: if the edition knows it, it is answered; else the question is put more plainly. */
function lostOn(context: TurnContext, state: CaseState, field: FormField, message: string): CaseMove {
  const [part] = context.snapshot.matcher.match(message).parts;
  const words = message.match(/[\u3400-\u9fff]|[a-z]+/gi)?.length ?? 0;
  const sure = part && !UNSURE.includes(part.outcome) && part.confidence >= SURE && words >= LEAST_WORDS;
  if (sure) return { move: 'not-mine' };
  return goesOn(state, questionReply(context, state, field, [text(context, 'case-talk:lost')]));
}

function notKnown(context: TurnContext, state: CaseState, field: FormField, means: CaseMeans): CaseMove {
  if (field.unknown === 'look-up') {
    const where = context.say(`case-talk:lookUp.${field.name}`, {
      hotline: hotline(context),
      platform: platform(context),
    });
    return goesOn(state, questionReply(context, state, field, [{ kind: 'text', text: where }]));
  }
  const unknown = { ...withoutField(state, field.name), unknown: [...state.unknown, field.name] };
  return advance(context, { ...unknown, asked: [...without(state.asked, field.name), field.name] }, means);
}

function back(context: TurnContext, state: CaseState, means: CaseMeans): CaseMove {
  const last = state.asked.at(-1);
  if (last === undefined) {
    const first = text(context, 'case-talk:backAtStart');
    const field = state.pending && fieldOf(state.kind, state.pending);
    return goesOn(state, field ? questionReply(context, state, field, [first]) : whatToChange(context, state, [first]));
  }
  return ask(context, { ...withoutField(state, last), asked: state.asked.slice(0, -1) }, last, means);
}

/** "改一下户口是湖北", "出生改成1985年3月", "改户口". */
async function change(
  context: TurnContext,
  state: CaseState,
  message: string,
  words: CaseWords,
  means: CaseMeans,
): Promise<CaseMove> {
  const reader = readerOf(context);
  const named = words.fieldIn(message, state);
  const field = named && fieldOf(state.kind, named);
  const value = words.valueIn(message);
  const own = field ? await readAnswer(value, field, state, reader, words.answers) : {};
  const all = await readFacts(message, reader);
  const facts = withMergedStays(state, { ...ofForm(state.kind, all.facts), ...own.read?.facts });
  const read: ReadFacts = { ...all, ...own.read, facts };
  const said = Object.keys(facts) as FieldName[];
  if (said.length === 0 && read.age === undefined && read.birthYear === undefined) {
    return named ? ask(context, withoutField(state, named), named, means) : goesOn(state, whatToChange(context, state));
  }
  const next = said.reduce((changed, name) => withoutField(changed, name), state);
  const changed = withFacts(next, read);
  return advance(context, changed, means, [
    text(context, 'case-talk:changed', { said: summary(context, changed, said) }),
  ]);
}

/** After the result "户口湖北" and "浙江3年" are changes even without a word of changing; more than that is talk. */
function isTerseChange(message: string, state: CaseState, words: CaseWords): boolean {
  if (message.length > TERSE) return false;
  return (
    words.fieldIn(message, state) !== undefined ||
    (state.facts.stays !== undefined && readDurations(message).length > 0)
  );
}

const TERSE = 20;

/** A stay in a province that was named before takes the place of what was said of it; a new one comes behind. */
function withMergedStays({ facts }: CaseState, said: CaseFacts): CaseFacts {
  const [one, ...others] = said.stays ?? [];
  if (!one || others.length > 0 || !facts.stays) return said;
  const known = facts.stays.findIndex(({ region }) => region === one.region);
  const rest = facts.stays.filter(({ region }) => region !== one.region);
  return { ...said, stays: known < 0 ? [...rest, one] : [...rest.slice(0, known), one, ...rest.slice(known)] };
}

function answered(state: CaseState, name: FieldName, read: ReadFacts): CaseState {
  const next = withFacts(withoutField(state, name), read);
  const counts = isAnswered(next, name) || next.age !== undefined;
  return counts ? { ...next, asked: [...without(state.asked, name), name] } : next;
}

function askWhich(
  context: TurnContext,
  state: CaseState,
  field: FormField,
  unclear: { readonly name: string; readonly candidates: readonly string[] },
): Reply {
  const reply = questionReply(context, state, field);
  const options = unclear.candidates.map((region) => ({
    title: placeName(context, region),
    command: { do: 'case-answer' as const, field: field.name, value: region },
  }));
  const which = text(context, 'chat:place.which', { name: unclear.name });
  // A stay needs its months too: there the province is asked for in words.
  return field.type === 'stays'
    ? { ...reply, bubbles: [which, ...reply.bubbles] }
    : { ...reply, bubbles: [which], options: [...options, ...reply.options] };
}

/** What is known already, so that the person sees what need not be said. */
function opening(context: TurnContext, state: CaseState): Bubble[] {
  const said = summary(context, state);
  return said === '' ? [] : [text(context, 'case-talk:heard', { said })];
}

function plainReply(context: TurnContext, { entry }: CaseState, key: string): Reply {
  return {
    decision: 'case',
    entries: entry === undefined ? [] : [entry],
    bubbles: [text(context, key)],
    options: moreWays(context),
  };
}

function without(names: readonly FieldName[], name: FieldName): FieldName[] {
  return names.filter((one) => one !== name);
}

/** Where nobody can be asked: what the case can do without is taken as not known. Stops at the first thing it needs. */
export function leaveOpen(context: TurnContext, move: CaseMove): CaseMove {
  if (move.move !== 'goes-on') return move;
  const { pending, kind } = move.state;
  const field = pending && fieldOf(kind, pending);
  if (!field || field.unknown === 'look-up') return move;
  return leaveOpen(context, notKnown(context, move.state, field, { reminders: false }));
}

/** The question that is open, for the command line. */
export function openQuestionOf(context: TurnContext, state: CaseState): string | undefined {
  const field = state.pending && fieldOf(state.kind, state.pending);
  return field ? questionText(context, state, field) : undefined;
}
