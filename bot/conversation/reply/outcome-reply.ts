/** One reply for each outcome that is no answer, each in its own words. */

import { isAnswer } from '../../answers/index.ts';
import { createSpeaker } from '../../knowledge/index.ts';
import type { Part } from '../../matching/index.ts';
import type { Reply } from '../talk.ts';
import { answerFor, hotline, type TurnContext } from '../turn-context.ts';
import { answerReply, clarifyReply, moreWays } from './answer-reply.ts';

/** Which entry explains how to complain; said below the apology. */
const COMPLAINT_ENTRY = 'refused';

export function replyTo(context: TurnContext, part: Part): Reply {
  switch (part.outcome) {
    case 'answer':
    case 'case':
    case 'contact':
      return part.entry === undefined ? noneReply(context) : answerReply(context, [part.entry], part.outcome);
    case 'clarify':
      return clarifyReply(context, part);
    case 'not-ours':
      return neighbourReply(context, part.neighbour);
    case 'handoff':
      return personReply(context);
    case 'complaint':
      return complaintReply(context);
    case 'smalltalk':
      return textReply(context, 'smalltalk', [context.say('chat:smalltalk.say')]);
    case 'none':
      return noneReply(context);
  }
}

export function noneReply(context: TurnContext): Reply {
  const { say } = context;
  return textReply(context, 'none', [say('chat:none.say'), say('chat:none.ways', { hotline: hotline(context) })]);
}

export function personReply(context: TurnContext): Reply {
  const { say } = context;
  const reply = textReply(context, 'handoff', [
    say('chat:handoff.say'),
    say('chat:handoff.ways', { hotline: hotline(context) }),
  ]);
  return { ...reply, options: reply.options.filter(({ command }) => command.do !== 'person') };
}

function complaintReply(context: TurnContext): Reply {
  const { say } = context;
  const said = answerFor(context, COMPLAINT_ENTRY);
  return {
    ...textReply(context, 'complaint', [
      say('chat:complaint.say'),
      say('chat:complaint.ways', { hotline: hotline(context) }),
    ]),
    options: [
      ...(said && isAnswer(said)
        ? [{ title: said.question, command: { do: 'answer', entry: COMPLAINT_ENTRY } as const }]
        : []),
      ...moreWays(context),
    ],
  };
}

/** Where to ask instead. Said as of today even in an as-of talk: it is an address, not a rule. */
function neighbourReply(context: TurnContext, id: string | undefined): Reply {
  const { snapshot, language, today } = context;
  const neighbour = id === undefined ? undefined : snapshot.edition.neighbours.get(id);
  if (!neighbour) return noneReply(context);
  const text = createSpeaker(snapshot.edition, language, today).say(neighbour.reply);
  return textReply(context, 'not-ours', [text]);
}

export function textReply(context: TurnContext, decision: Reply['decision'], texts: readonly string[]): Reply {
  return {
    decision,
    entries: [],
    bubbles: texts.map((text) => ({ kind: 'text', text })),
    options: moreWays(context),
  };
}
