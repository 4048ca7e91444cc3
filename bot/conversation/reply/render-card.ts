/** An answer as an Adaptive Card, for channels that draw them; the same order as the text. */
import { type Attachment, CardFactory } from 'botbuilder';
import { type Answer, cautionsOf } from '../../answers/index.ts';
import type { Say } from '../../wording/index.ts';
import type { Bubble, CaseBubble } from '../talk.ts';
import { caseSaid, caseSources, headline, renderBubble, sourceLine } from './render-text.ts';

/** Channels whose clients draw Adaptive Cards. The rest get plain text with numbered options. */
const CARD_CHANNELS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator', 'msteams']);

export function drawsCards(channelId: string | undefined): boolean {
  return channelId !== undefined && CARD_CHANNELS.has(channelId);
}

/** Bubbles that become cards; the others stay text. */
export function isCard(kind: Bubble['kind']): boolean {
  return kind === 'answer' || kind === 'case';
}

/** @returns one card an answer or case */
export function renderCards(bubbles: readonly Bubble[], say: Say): Attachment[] {
  return bubbles.flatMap((bubble) => {
    if (bubble.kind === 'case') return [card(caseBody(bubble, say))];
    if (bubble.kind !== 'answer') return [];
    const body = bubble.part === 'short' ? shortBody(bubble.answer, say) : [textBlock(renderBubble(bubble, say))];
    return [card(body)];
  });
}

function card(body: object[]): Attachment {
  return CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.4', body });
}

function caseBody(bubble: CaseBubble, say: Say): object[] {
  const section = (name: string, texts: readonly string[]) =>
    texts.length === 0
      ? []
      : [
          textBlock(say(`case:section.${name}`), { weight: 'Bolder', spacing: 'Medium' }),
          ...texts.map((text) => textBlock(`• ${text}`, { spacing: 'Small' })),
        ];
  return [
    textBlock(bubble.title, { isSubtle: true, size: 'Small' }),
    textBlock(bubble.headline, { size: 'Large', weight: 'Bolder' }),
    ...section(
      'trace',
      bubble.lines.map(({ text }) => text),
    ),
    ...section('todo', bubble.todo),
    ...section('change', bubble.change),
    ...section('notes', bubble.notes),
    ...caseSaid(bubble, say).map((text) => textBlock(text, { isSubtle: true, size: 'Small', separator: true })),
    textBlock(caseSources(bubble, say), { isSubtle: true, size: 'Small' }),
    textBlock(bubble.disclaimer, { isSubtle: true, size: 'Small' }),
  ];
}

function shortBody(answer: Answer, say: Say): object[] {
  const step = answer.steps[0];
  return [
    textBlock(headline(answer, say), { isSubtle: true, size: 'Small' }),
    textBlock(answer.short, { size: 'Large', weight: 'Bolder' }),
    ...(answer.shortBy
      ? [textBlock(say('chat:answer.localShort', { place: answer.shortBy.name }), { isSubtle: true, size: 'Small' })]
      : []),
    ...(step ? [textBlock(say('chat:answer.step', { text: step.text }))] : []),
    ...cautionsOf(answer).map(({ text }) => textBlock(text, { isSubtle: true })),
    ...answer.local.map((part) => ({
      type: 'Container',
      style: 'emphasis',
      items: [
        textBlock(say('chat:answer.localPart', { place: part.name }), { weight: 'Bolder' }),
        ...part.points.map((point) => textBlock(point.text)),
      ],
    })),
    textBlock(sourceLine(answer, say), { isSubtle: true, size: 'Small', separator: true }),
  ];
}

function textBlock(text: string, more: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'TextBlock', text, wrap: true, ...more };
}
