/** The chat page, whole, and the additions to it that the script asks for. Both come from the same renderers. */
import { type Html, html } from '../html.ts';
import type { ReadTalk } from '../read-talk.ts';
import { type ComposerState, renderComposer } from './composer.ts';
import { renderOpenEntry } from './open-entry.ts';
import { renderOptions } from './options.ts';
import type { PageContext } from './page-context.ts';
import { renderPlaces } from './places.ts';
import { renderShell } from './shell.ts';
import { renderPieces } from './talk.ts';
import { type Asked, renderWelcome } from './welcome.ts';

export interface ChatPage {
  readonly talk: ReadTalk;
  /** Pieces that are left out before the first. */
  readonly earlier: number;
  readonly asked: readonly Asked[];
  readonly composer: ComposerState;
}

export function renderChatPage({ talk, earlier, asked, composer }: ChatPage, context: PageContext): Html {
  const { say } = context;
  const main = html`<div class="columns">
<div class="talk-column">
${renderWelcome(asked, context)}
${earlier > 0 && html`<p class="earlier"><a href="/?all=1">${say('page:talk.earlier', { count: earlier })}</a></p>`}
<div id="talk" role="log" aria-live="polite" aria-label="${say('page:talk.label')}"${talk.staffed && html` data-staffed="yes"`}>${renderPieces(talk.pieces, context)}</div>
<div id="options">${renderOptions(talk.last, context)}</div>
${renderComposer(composer, context)}
</div>
<aside id="entry" aria-label="${say('page:entry.label')}">${renderOpenEntry(talk.open, context)}</aside>
</div>`;
  const header = html`<div id="places" class="places" role="group" aria-label="${say('page:place.label')}">${renderPlaces(talk.last, context)}</div>`;
  return renderShell(
    {
      title: say('page:title'),
      here: talk.pieces.length > 0 ? '/#latest' : '/',
      main,
      header,
      kind: 'chat',
      script: 'page.js',
    },
    context,
  );
}

/** New bubbles, and what they change around them. The script puts each part into the element its `data-into` names. */
export function renderAddition(talk: ReadTalk, watermark: number, context: PageContext): Html {
  return html`<div data-into="talk" data-after="${watermark}" data-staffed="${talk.staffed ? 'yes' : 'no'}">${renderPieces(talk.pieces, context)}</div>
<div data-into="options">${renderOptions(talk.last, context)}</div>
<div data-into="places">${renderPlaces(talk.last, context)}</div>
<div data-into="entry">${renderOpenEntry(talk.open, context)}</div>`;
}
