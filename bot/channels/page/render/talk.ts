/** The talk: what the person said, what was answered, who is answering. One renderer for whole pages and for additions. */
import type { Bubble } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import type { Piece } from '../read-talk.ts';
import { renderAnswer } from './answer-bubble.ts';
import { renderCase } from './case-bubble.ts';
import { lines } from './gloss.ts';
import { inLanguage, type PageContext } from './page-context.ts';

export function renderPieces(pieces: readonly Piece[], context: PageContext): Html[] {
  const lastQuestion = pieces.map(({ kind }) => kind).lastIndexOf('person');
  return pieces.map((piece, index) => renderPiece(piece, context, index === lastQuestion));
}

/** @param newest marks the newest question, where a page without script opens */
function renderPiece(piece: Piece, context: PageContext, newest: boolean): Html {
  const { say } = context;
  switch (piece.kind) {
    case 'person':
      return html`<div class="turn mine"${newest && html` id="latest"`}><p class="who">${say('page:talk.you')}</p><div class="bubble">${lines(piece.text)}</div></div>`;
    case 'bot':
      return html`<div class="turn theirs"><p class="who">${say('page:talk.bot')}</p>
${piece.data.bubbles.map((bubble) => renderBubble(bubble, inLanguage(context, piece.data.language), context))}</div>`;
    case 'plain':
      return html`<div class="turn theirs"><p class="who">${say('page:talk.bot')}</p><div class="bubble note">${lines(piece.text)}</div></div>`;
    case 'staff':
      return html`<div class="turn theirs staff"><p class="who seen">${piece.name ? say('page:talk.staffNamed', { name: piece.name }) : say('page:talk.staff')}</p><div class="bubble">${lines(piece.text)}</div></div>`;
    case 'handover':
      return html`<p class="handover ${piece.to}"><b>${say(`page:handover.${piece.to}.title`)}</b> ${say(`page:handover.${piece.to}.say`)}</p>`;
  }
}

/** @param said the words of the bubble's language @param page the words of the page */
function renderBubble(bubble: Bubble, said: PageContext, page: PageContext): Html {
  const { language } = said.settings;
  switch (bubble.kind) {
    case 'answer':
      return renderAnswer(bubble.answer, bubble.part, page);
    case 'text':
      return html`<div class="bubble text" lang="${language}">${lines(bubble.text)}</div>`;
    case 'case':
      return renderCase(bubble, page);
    case 'not-yet': {
      const { question, day, from, entry } = bubble.notYet;
      return html`<article class="bubble answer" lang="${language}"><header class="head"><h3 class="asked">${question}</h3></header>
<div class="short">${said.say('chat:answer.notYet', { day, from })}</div>
<p class="whole"><a href="/entry/${entry}?lang=${language}&amp;asof=${from}">${said.say('page:answer.firstRule')}</a></p></article>`;
    }
  }
}
