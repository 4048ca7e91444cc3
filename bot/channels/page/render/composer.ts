/** Where one writes. Works as a plain form; the script, when it comes, takes over the sending and says how it goes. */
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

/** As much as the bot reads of one message. */
const LONGEST = 2000;

export interface ComposerState {
  /** How far the talk is shown on this page. */
  readonly watermark: number;
  /** For this form only: the same one sent twice is answered once. */
  readonly messageId: string;
  /** What was typed and could not be sent. */
  readonly draft?: string;
  /** A state in words, shown above the field. */
  readonly notice?: string;
  readonly staffed: boolean;
}

/** Words that the script shows; it has none of its own. */
const STATES = ['sending', 'slow', 'offline', 'waiting', 'failed', 'retry', 'refused', 'back'] as const;

export function renderComposer(state: ComposerState, { say }: PageContext): Html {
  const hidden = html`<input type="hidden" name="after" value="${state.watermark}"><input type="hidden" name="id" value="${state.messageId}">`;
  const words = STATES.map((name) => html` data-${name}="${say(`page:state.${name}`)}"`);
  return html`<form id="choose" class="say" method="post" action="/talk">${hidden}</form>
<form id="say" class="say composer" method="post" action="/talk"${words}>
<p id="status" role="status"${state.notice !== undefined && html` class="late"`}>${state.notice}</p>
${hidden}
<label class="hidden" for="text">${say('page:composer.label')}</label>
<span class="row"><textarea id="text" name="text" rows="1" maxlength="${LONGEST}" required enterkeyhint="send" autocomplete="off" placeholder="${say(state.staffed ? 'page:composer.toStaff' : 'page:composer.placeholder')}" aria-describedby="careful">${state.draft}</textarea>
<button class="send">${say('page:composer.send')}</button></span>
<p id="careful" class="soft">${say('page:composer.careful')}</p>
</form>`;
}
