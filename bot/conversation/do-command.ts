/** What a button, a number or a command word does. */

import { type CaseKind, writeDate } from '../knowledge/index.ts';
import { entryOf } from './case/recognise-case.ts';
import { answerReply, casesReply, choiceReply, partReply } from './reply/answer-reply.ts';
import { menuReply, neighbouringEntry, topicReply, welcomeReply } from './reply/menu-reply.ts';
import { noneReply, personReply, textReply } from './reply/outcome-reply.ts';
import { placesText } from './reply/places-text.ts';
import { type Command, EMPTY_TALK, type Note, type Reply, type Talk, type TurnResult } from './talk.ts';
import { placeName, type TurnContext, withTalk } from './turn-context.ts';

export function doCommand(context: TurnContext, command: Command): TurnResult {
  const { talk, say } = context;
  switch (command.do) {
    case 'answer':
      return answered(context, command.entry);
    case 'more':
    case 'example':
    case 'source':
    case 'steps': {
      const reply = talk.last && partReply(context, talk.last.entry, command.do);
      return reply ? said(talk, reply) : said(talk, menuReply(context));
    }
    case 'next':
      return answered(context, neighbouringEntry(context, 1));
    case 'previous':
      return answered(context, neighbouringEntry(context, -1));
    case 'menu':
      return said(talk, menuReply(context));
    case 'topic':
      return said(talk, topicReply(context, command.topic));
    case 'help':
      return said(talk, welcomeReply(context));
    case 'not-this':
      return notThis(context);
    case 'none-of-these':
      return said(talk, noneReply(context), [openQuestion(talk)]);
    case 'person':
      return said(talk, personReply(context), [{ kind: 'outcome', outcome: 'handoff' }]);
    case 'leave':
      return { talk, begin: { dialog: 'leave' }, notes: [] };
    case 'rate':
      return rate(context, command.good);
    case 'case':
      return beginCase(context, command.kind);
    case 'case-stopReminders':
      return { ...said(talk, textReply(context, 'setting', [say('case-talk:reminder.stopped')])), stopReminders: true };
    case 'case-answer':
    case 'case-change':
    case 'case-unknown':
    case 'case-back':
    case 'case-cancel':
    case 'case-remind':
      // Buttons of a case that is over.
      return said(talk, casesReply(context));
    case 'restart':
      return restart(context);
    case 'cancel':
      return said(talk, menuReply(context));
    case 'language': {
      const chosen = withTalk(context, { ...talk, chosenLanguage: command.language }, command.language);
      return said(chosen.talk, textReply(chosen, 'setting', [chosen.say('chat:language.set')]));
    }
    case 'as-of':
      return setDay(context, command.day);
    case 'place': {
      const { [command.role]: _before, ...cities } = talk.cities ?? {};
      const places = { ...talk.places, [command.role]: command.region };
      const placed = withTalk(context, { ...talk, places, cities });
      const noted = say('chat:place.noted', { places: placesText(placed) || placeName(placed, command.region) });
      const again = talk.last ? answerReply(placed, [talk.last.entry]) : undefined;
      const reply = textReply(placed, 'setting', [noted]);
      return said(placed.talk, again ? { ...again, bubbles: [...reply.bubbles, ...again.bubbles] } : reply);
    }
  }
}

/** The case of what was last answered, with what was asked then; else a choice of all cases. */
function beginCase(context: TurnContext, named: CaseKind | undefined): TurnResult {
  const { talk, snapshot } = context;
  const { last } = talk;
  const ofLast = last && snapshot.edition.entries.get(last.entry)?.case;
  const kind = named ?? ofLast;
  if (kind === undefined) return said(talk, casesReply(context));
  const entry = last && ofLast === kind ? last.entry : entryOf(kind, [], snapshot.edition);
  return { talk, begin: { dialog: 'case', kind, entry, message: last?.question }, notes: [] };
}

function said(talk: Talk, reply: Reply, notes: readonly Note[] = []): TurnResult {
  return { talk: { ...talk, options: reply.options }, reply, notes };
}

function answered(context: TurnContext, entry: string | undefined): TurnResult {
  if (entry === undefined) return said(context.talk, menuReply(context));
  const reply = answerReply(context, [entry]);
  const last = { entry, question: context.talk.last?.question ?? '' };
  return said({ ...context.talk, last }, reply, [{ kind: 'outcome', outcome: reply.decision, entry }]);
}

/** "不是问这个": the next best of what was asked, the answered one left out. */
function notThis(context: TurnContext): TurnResult {
  const { talk, snapshot } = context;
  if (!talk.last?.question) return said(talk, noneReply(context));
  const match = snapshot.matcher.match(talk.last.question);
  const others = (match.parts[0]?.candidates ?? [])
    .map((candidate) => candidate.entry)
    .filter((entry) => entry !== talk.last?.entry)
    .slice(0, 3);
  const reply = others.length > 0 ? choiceReply(context, others, 'clarify') : noneReply(context);
  return said(talk, reply, [openQuestion(talk)]);
}

function openQuestion(talk: Talk): Note {
  return {
    kind: 'open-question',
    question: talk.last?.question ?? '',
    outcome: 'none',
    entries: talk.last ? [talk.last.entry] : [],
    confidence: 0,
  };
}

function rate(context: TurnContext, good: boolean): TurnResult {
  const { talk, say } = context;
  const about = { entry: talk.last?.entry, question: talk.last?.question };
  if (!good) return { talk, begin: { dialog: 'reason', ...about }, notes: [] };
  const note: Note = {
    kind: 'rating',
    good,
    ...(about.entry ? { entry: about.entry } : {}),
    ...(about.question ? { question: about.question } : {}),
  };
  return said(talk, textReply(context, 'feedback', [say('chat:feedback.thanks')]), [note]);
}

/** Forgets everything but the language the person chose. */
function restart(context: TurnContext): TurnResult {
  const { talk } = context;
  const empty: Talk = {
    ...EMPTY_TALK,
    ...(talk.chosenLanguage ? { chosenLanguage: talk.chosenLanguage } : {}),
    lastLanguage: context.language,
  };
  const fresh = withTalk(context, empty);
  const welcome = welcomeReply(fresh);
  const result = said(empty, {
    ...welcome,
    bubbles: [{ kind: 'text', text: fresh.say('chat:restart.done') }, ...welcome.bubbles],
  });
  return { ...result, stopReminders: true };
}

function setDay(context: TurnContext, day: string | undefined): TurnResult {
  const { talk, language, today } = context;
  const { asOf: _before, ...rest } = talk;
  const next: Talk = day === undefined ? rest : { ...rest, asOf: day };
  const dated = withTalk(context, next);
  const words = [
    day === undefined
      ? dated.say('chat:asOf.today', { day: writeDate(today, language) })
      : dated.say('chat:asOf.set', { day: writeDate(day, language) }),
    ...(day !== undefined && day > today ? [dated.say('chat:asOf.future', { day: writeDate(day, language) })] : []),
  ];
  const reply = textReply(dated, 'setting', words);
  const options =
    day === undefined
      ? reply.options
      : [
          { title: dated.say('chat:option.today'), command: { do: 'as-of', day: undefined } as const },
          ...reply.options,
        ];
  return said(next, { ...reply, options });
}
