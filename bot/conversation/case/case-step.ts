/** One step of a case: what is known is judged, then the next question is asked or the result given. */
import type { CaseKind } from '../../knowledge/index.ts';
import type { Bubble, Reply } from '../talk.ts';
import type { TurnContext } from '../turn-context.ts';
import { belongsTo, fieldOf, nextField } from './case-form.ts';
import { fieldOfProblem, problemsOf } from './case-input.ts';
import { caseDays, correction, questionReply, resultReply } from './case-reply.ts';
import { type CaseState, isAnswered, withoutField } from './case-state.ts';
import type { CaseFacts, FieldName } from './facts.ts';
import type { Reader } from './read-facts.ts';
import { saidFields } from './say-said.ts';

/** What one message did. */
export type CaseMove =
  /** The case goes on, or stands worked out. */
  | { readonly move: 'goes-on'; readonly state: CaseState; readonly reply: Reply; readonly workedOut: boolean }
  /** Given up, with a word. */
  | { readonly move: 'ends'; readonly reply: Reply }
  /** Not for the case: an ordinary turn, after which the question is asked again. */
  | { readonly move: 'not-mine' }
  | { readonly move: 'remind'; readonly state: CaseState };

/** What can be done beside asking and answering. */
export interface CaseMeans {
  /** Whether a reminder can be kept at all. */
  readonly reminders: boolean;
}

/** Judges what is known, then asks the next question or gives the result. */
export function advance(
  context: TurnContext,
  state: CaseState,
  means: CaseMeans,
  before: readonly Bubble[] = [],
): CaseMove {
  const days = caseDays(context);
  const problems = problemsOf(state, days);
  const wrong = problems.flatMap((problem) => fieldOfProblem(problem, state.kind) ?? []);
  const [first] = wrong;
  if (first !== undefined && wrong.some((name) => isAnswered(state, name) || name === 'birth')) {
    const cleared = wrong.reduce((cleaner, name) => withoutField(cleaner, name), state);
    const bubble = correction(context, problems);
    const field = fieldOf(state.kind, first) ?? nextField(cleared, days);
    if (field)
      return goesOn({ ...cleared, pending: field.name }, questionReply(context, cleared, field, [...before, bubble]));
  }
  const field = nextField(state, days);
  if (field) return goesOn({ ...state, pending: field.name }, questionReply(context, state, field, before));
  const { pending: _answered, ...done } = state;
  const { reply, problems: against } = resultReply(context, done, means.reminders, before);
  const missing = against.find(({ code }) => code === 'missing');
  const stillOpen = missing && fieldOf(state.kind, fieldOfProblem(missing, state.kind) ?? 'sex');
  if (stillOpen) return goesOn({ ...state, pending: stillOpen.name }, questionReply(context, state, stillOpen, before));
  return { move: 'goes-on', state: done, reply, workedOut: against.length === 0 };
}

/** Asks for one field, whatever else is missing. */
export function ask(context: TurnContext, state: CaseState, name: FieldName, means: CaseMeans): CaseMove {
  const field = fieldOf(state.kind, name);
  if (!field) return advance(context, state, means);
  return goesOn({ ...state, pending: name }, questionReply(context, state, field));
}

export function whatToChange(context: TurnContext, state: CaseState, before: readonly Bubble[] = []): Reply {
  const options = saidFields(context, state).map(({ field, change: title }) => ({
    title,
    command: { do: 'case-change' as const, field },
  }));
  return {
    decision: 'case',
    entries: state.entry === undefined ? [] : [state.entry],
    bubbles: [...before, text(context, 'case-talk:changeWhat')],
    options,
  };
}

export function summary(context: TurnContext, state: CaseState, only?: readonly FieldName[]): string {
  return saidFields(context, state)
    .filter(({ field }) => only === undefined || only.includes(field))
    .map(({ label, value }) => context.say('case-talk:saidField', { label, value }))
    .join(context.say('chat:place.separator'));
}

export function ofForm(kind: CaseKind, facts: CaseFacts, also: (name: FieldName) => boolean = () => true): CaseFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => belongsTo(kind, name as FieldName) && also(name as FieldName)),
  );
}

export function readerOf({ snapshot, today }: TurnContext): Reader {
  return { edition: snapshot.edition, findPlaces: snapshot.findPlaces, today };
}

export function goesOn(state: CaseState, reply: Reply): CaseMove {
  return { move: 'goes-on', state, reply, workedOut: false };
}

export function text(context: TurnContext, key: string, facts: Readonly<Record<string, string | number>> = {}): Bubble {
  return { kind: 'text', text: context.say(key, facts) };
}
