/**
 * One message → what is said and remembered. Pure: the snapshot, the talk and today come in; the reply, the new talk
 * and what is to be kept go out. The shell (bot.ts) does everything that touches the world.
 */
import type { Language } from '../knowledge/index.ts';
import type { Match, Part } from '../matching/index.ts';
import type { Snapshot } from '../service/index.ts';
import { recogniseCase } from './case/recognise-case.ts';
import { doCommand } from './do-command.ts';
import { answerReply } from './reply/answer-reply.ts';
import { replyTo, textReply } from './reply/outcome-reply.ts';
import { placesText } from './reply/places-text.ts';
import type { Bubble, Note, Option, Reply, Talk, TurnResult } from './talk.ts';
import { createTurnContext, placeName, type TalkTools, type TurnContext, withTalk } from './turn-context.ts';
import { matchInContext } from './understand/follow-up.ts';
import { notePlaces, regionOf } from './understand/note-places.ts';
import { readDay } from './understand/read-day.ts';

export interface TurnInput {
  /** Already masked. */
  readonly message: string;
  readonly talk: Talk;
  readonly snapshot: Snapshot;
  /** Today in China, YYYY-MM-DD. */
  readonly today: string;
  readonly tools: TalkTools;
}

export function takeTurn(input: TurnInput): TurnResult {
  const { message, talk, snapshot, today, tools } = input;
  const language = talk.chosenLanguage ?? talk.lastLanguage ?? 'zh-CN';
  const context = createTurnContext(snapshot, talk, language, today, tools);

  const command = tools.readCommand(message, talk);
  if (command) return doCommand(context, command);

  const named = readDay(message);
  if (named) return askAsOf(context, named.day, named.rest);
  return askQuestion(context, message);
}

/** From here on answers are for another day; a question in the same message is answered at once. */
function askAsOf(context: TurnContext, day: string | undefined, rest: string): TurnResult {
  const { talk, say } = context;
  if (day === undefined) return { talk, reply: textReply(context, 'setting', [say('chat:asOf.wrong')]), notes: [] };
  const dated = withTalk(context, { ...talk, asOf: day });
  if (rest.length > 1) return askQuestion(dated, rest);
  return doCommand(dated, { do: 'as-of', day });
}

function askQuestion(before: TurnContext, message: string): TurnResult {
  const { snapshot, talk, tools } = before;
  const noted = notePlaces(message, talk, snapshot.findPlaces);
  const region = regionOf(noted, 'to') ?? regionOf(noted, 'work');
  const match = matchInContext(message, talk, {
    edition: snapshot.edition,
    matcher: snapshot.matcher,
    local: region === undefined ? undefined : snapshot.localWays(region, before.day),
    cues: [...tools.wording.list('zh-CN', 'chat:followUp'), ...tools.wording.list('en', 'chat:followUp')],
  });
  const language = languageOf(message, match, talk);
  const context = withTalk(
    before,
    { ...talk, places: noted.places, cities: noted.cities, lastLanguage: language },
    language,
  );

  const own = ownCase(context, match, message);
  if (own) return { talk: context.talk, begin: { dialog: 'case', ...own, message }, notes: [] };

  const reply = replyToMatch(context, match);
  const unsaid = reply.decision === 'none' && noted.changed;
  const said = unsaid ? { ...reply, decision: 'setting' as const, bubbles: [] } : reply;
  const full = addPlaces(context, said, noted);
  const [answered] = full.entries;
  const wasAnswered = full.bubbles.some((bubble) => bubble.kind === 'answer');
  return {
    talk: {
      ...context.talk,
      options: full.options,
      ...(wasAnswered && answered !== undefined ? { last: { entry: answered, question: message } } : {}),
    },
    reply: full,
    notes: unsaid ? [] : notesOf(match, full, message),
  };
}

/** A message that asks for one's own case and tells enough of it is worked out rather than answered in general. */
function ownCase({ snapshot }: TurnContext, match: Match, message: string): ReturnType<typeof recogniseCase> {
  const [part] = match.parts;
  if (part?.outcome === 'handoff' || part?.outcome === 'complaint') return undefined;
  const nearest = [part?.entry ?? [], part?.candidates.map(({ entry }) => entry) ?? []].flat();
  return recogniseCase(message, nearest, snapshot.edition, snapshot.findPlaces);
}

/** Two questions get two answers; otherwise the one part speaks. */
function replyToMatch(context: TurnContext, match: Match): Reply {
  const [first, second] = match.parts;
  if (!first) return textReply(context, 'none', []);
  const both = second ? [first, second].flatMap((part) => part.entry ?? []) : [];
  return both.length === 2 ? answerReply(context, both) : replyTo(context, first);
}

/** Language follows the person, unless they chose one; a bare number or name tells nothing. */
function languageOf(message: string, match: Match, talk: Talk): Language {
  if (talk.chosenLanguage) return talk.chosenLanguage;
  const letters = message.replace(/[^\p{L}]/gu, '');
  return letters.length < 2 ? (talk.lastLanguage ?? match.language) : match.language;
}

function addPlaces(context: TurnContext, reply: Reply, noted: ReturnType<typeof notePlaces>): Reply {
  const { say } = context;
  const bubbles: Bubble[] = [...reply.bubbles];
  let options: Option[] = [...reply.options];
  if (noted.changed) bubbles.push({ kind: 'text', text: say('chat:place.noted', { places: placesText(context) }) });
  const unclear = noted.unclear;
  if (unclear) {
    bubbles.push({ kind: 'text', text: say('chat:place.which', { name: unclear.name }) });
    const role = unclear.role ?? 'work';
    options = [
      ...unclear.candidates.map(
        (region): Option => ({ title: placeName(context, region), command: { do: 'place', role, region } }),
      ),
      ...options,
    ];
  }
  return { ...reply, bubbles, options };
}

const UNANSWERED: readonly Reply['decision'][] = ['none', 'clarify'];

function notesOf(match: Match, reply: Reply, question: string): Note[] {
  const part: Part | undefined = match.parts[0];
  const outcome: Note = {
    kind: 'outcome',
    outcome: reply.decision,
    ...(reply.entries[0] ? { entry: reply.entries[0] } : {}),
  };
  if (!part || !UNANSWERED.includes(reply.decision)) return [outcome];
  const entries = part.candidates.slice(0, 3).map((candidate) => candidate.entry);
  return [outcome, { kind: 'open-question', question, outcome: reply.decision, entries, confidence: part.confidence }];
}
