/** What a turn works with: one snapshot, the talk so far, the words of the language. Made once a turn. */
import { type Answer, composeAnswer, isAnswer, type NotYet, regionName } from '../answers/index.ts';
import { createSpeaker, type Language, parameterOn, type Speaker } from '../knowledge/index.ts';
import type { Snapshot } from '../service/index.ts';
import type { Say, Wording } from '../wording/index.ts';
import type { Talk } from './talk.ts';
import { endsOfMove } from './understand/note-places.ts';
import type { ReadCommand } from './understand/read-command.ts';

/** What does not change from turn to turn. */
export interface TalkTools {
  readonly wording: Wording;
  readonly readCommand: ReadCommand;
}

export interface TurnContext {
  readonly snapshot: Snapshot;
  readonly talk: Talk;
  readonly language: Language;
  /** Today, YYYY-MM-DD, in China. */
  readonly today: string;
  /** The day answers are given for. */
  readonly day: string;
  readonly say: Say;
  readonly speaker: Speaker;
  readonly tools: TalkTools;
}

export function createTurnContext(
  snapshot: Snapshot,
  talk: Talk,
  language: Language,
  today: string,
  tools: TalkTools,
): TurnContext {
  const day = talk.asOf ?? today;
  return {
    snapshot,
    talk,
    language,
    today,
    day,
    say: tools.wording.in(language),
    speaker: createSpeaker(snapshot.edition, language, day),
    tools,
  };
}

/** The same turn after something was noted. */
export function withTalk(context: TurnContext, talk: Talk, language: Language = context.language): TurnContext {
  return createTurnContext(context.snapshot, talk, language, context.today, context.tools);
}

/** An entry as it is said to this person. */
export function answerFor(context: TurnContext, entry: string): Answer | NotYet | undefined {
  const { snapshot, talk, language, day } = context;
  const { origin, destination } = endsOfMove(talk);
  return composeAnswer(snapshot.edition, {
    entry,
    language,
    day,
    national: snapshot.national,
    origin: origin === undefined ? undefined : snapshot.viewOf(origin, day),
    destination: destination === undefined ? undefined : snapshot.viewOf(destination, day),
  });
}

/** The question of an entry, for choices and lists; undefined where the entry isn't to be had. */
export function questionOf(context: TurnContext, entry: string): string | undefined {
  const said = answerFor(context, entry);
  return said === undefined || isAnswer(said) || said.from <= context.today ? said?.question : undefined;
}

/** The hotline's number, which is a dated parameter like any other. */
export function hotline({ snapshot, today }: TurnContext): string {
  return String(parameterOn(snapshot.edition.parameters, 'hotline', today)?.value ?? '');
}

/** Where records and progress can be looked up; before there was such a place, the hotline. */
export function platform(context: TurnContext): string {
  const { snapshot, today } = context;
  return String(parameterOn(snapshot.edition.parameters, 'national-platform', today)?.value ?? hotline(context));
}

export function placeName({ snapshot, language }: TurnContext, region: string): string {
  return regionName(snapshot.edition, region, language);
}
