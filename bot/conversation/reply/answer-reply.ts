/** Answers: the short one first, its parts on demand, two when two things were asked. */
import { isAnswer } from '../../answers/index.ts';
import { CASE_KINDS, type CaseKind } from '../../knowledge/index.ts';
import type { Part } from '../../matching/index.ts';
import type { AnswerPart, Bubble, Option, Reply } from '../talk.ts';
import { answerFor, type TurnContext } from '../turn-context.ts';

/** @param entries the entries asked about, in the order of the message */
export function answerReply(
  context: TurnContext,
  entries: readonly string[],
  decision: Reply['decision'] = 'answer',
): Reply {
  const bubbles = entries.flatMap((entry): Bubble[] => {
    const said = answerFor(context, entry);
    if (!said) return [];
    return [isAnswer(said) ? { kind: 'answer', part: 'short', answer: said } : { kind: 'not-yet', notYet: said }];
  });
  const answered = bubbles.flatMap((bubble) => (bubble.kind === 'answer' ? [bubble.answer] : []));
  const [first] = answered;
  return {
    decision: first ? decision : 'not-yet',
    entries,
    bubbles,
    options: first
      ? optionsAfter(context, 'short', { hasExample: first.example !== undefined, caseKind: first.case })
      : moreWays(context),
  };
}

/** One part of the entry last answered. */
export function partReply(context: TurnContext, entry: string, part: AnswerPart): Reply | undefined {
  const said = answerFor(context, entry);
  if (!said || !isAnswer(said)) return undefined;
  return {
    decision: 'answer',
    entries: [entry],
    bubbles: [{ kind: 'answer', part, answer: said }],
    options: optionsAfter(context, part, { hasExample: said.example !== undefined, caseKind: said.case }),
  };
}

/** The buttons under an answer: what one would ask next, never what was just shown. */
function optionsAfter(
  { say }: TurnContext,
  shown: 'short' | AnswerPart,
  answer: { readonly hasExample: boolean; readonly caseKind: CaseKind | undefined },
): Option[] {
  const parts: AnswerPart[] = ['more', 'example', 'source', 'steps'];
  const offered = parts.filter((part) => part !== shown && (part !== 'example' || answer.hasExample));
  return [
    ...(answer.caseKind ? [caseOption(say, answer.caseKind)] : []),
    ...offered.map((part): Option => ({ title: say(`chat:option.${part}`), command: { do: part } })),
    { title: say('chat:option.notThis'), command: { do: 'not-this' } },
    { title: say('chat:option.person'), command: { do: 'person' } },
  ];
}

function caseOption(say: TurnContext['say'], kind: CaseKind): Option {
  return { title: say('chat:option.case'), command: { do: 'case', kind } };
}

/** Everything that can be worked out, to choose from. */
export function casesReply({ say }: TurnContext): Reply {
  return {
    decision: 'menu',
    entries: [],
    bubbles: [{ kind: 'text', text: say('case-talk:which') }],
    options: CASE_KINDS.map((kind): Option => ({ title: say(`case:title.${kind}`), command: { do: 'case', kind } })),
  };
}

/** At most three to choose from, and "none of these". */
export function clarifyReply(context: TurnContext, part: Part): Reply {
  return choiceReply(context, part.choices, 'clarify');
}

export function choiceReply(context: TurnContext, entries: readonly string[], decision: Reply['decision']): Reply {
  const options = entries.slice(0, 3).flatMap((entry): Option[] => {
    const said = answerFor(context, entry);
    return said ? [{ title: said.question, command: { do: 'answer', entry } }] : [];
  });
  return {
    decision,
    entries: options.flatMap(({ command }) => (command.do === 'answer' ? [command.entry] : [])),
    bubbles: [{ kind: 'text', text: context.say('chat:clarify.ask') }],
    options: [...options, { title: context.say('chat:option.noneOfThese'), command: { do: 'none-of-these' } }],
  };
}

/** What is always there when nothing else is: topics, a person, leaving the question. */
export function moreWays({ say }: TurnContext): Option[] {
  return [
    { title: say('chat:option.menu'), command: { do: 'menu' } },
    { title: say('chat:option.person'), command: { do: 'person' } },
    { title: say('chat:option.leave'), command: { do: 'leave' } },
  ];
}
