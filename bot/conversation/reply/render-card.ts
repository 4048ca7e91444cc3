/** An answer as an Adaptive Card, for channels that draw them; the same order as the text. */
import { type Attachment, CardFactory } from 'botbuilder';
import type { Answer } from '../../answers/index.ts';
import type { Say } from '../../wording/index.ts';
import type { Bubble } from '../talk.ts';
import { headline, renderBubble, sourceLine } from './render-text.ts';

/** Channels whose clients draw Adaptive Cards. The rest get plain text with numbered options. */
const CARD_CHANNELS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator', 'msteams']);

export function drawsCards(channelId: string | undefined): boolean {
  return channelId !== undefined && CARD_CHANNELS.has(channelId);
}

/** @returns one card an answer; other bubbles stay text. */
export function renderCards(bubbles: readonly Bubble[], say: Say): Attachment[] {
  return bubbles.flatMap((bubble) => {
    if (bubble.kind !== 'answer') return [];
    const body = bubble.part === 'short' ? shortBody(bubble.answer, say) : [textBlock(renderBubble(bubble, say))];
    return [CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.4', body })];
  });
}

function shortBody(answer: Answer, say: Say): object[] {
  const step = answer.steps[0];
  return [
    textBlock(headline(answer, say), { isSubtle: true, size: 'Small' }),
    textBlock(answer.short, { size: 'Large', weight: 'Bolder' }),
    ...(step ? [textBlock(say('chat:answer.step', { text: step.text }))] : []),
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
