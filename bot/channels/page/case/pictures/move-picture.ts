/** What goes from one province to the other, and what stays: the relation, and with it record, years and money. */
import type { CaseOutcome, TransferResult } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { nameOf } from '../render/regions.ts';
import { renderFigure } from './svg.ts';

/** Only between two provinces is there anything to draw. */
export function renderMovePicture(
  { input, result }: CaseOutcome<TransferResult>,
  context: PageContext,
): Html | undefined {
  const { from, to } = input;
  const { outcome, relation } = result;
  if (typeof from !== 'string' || typeof to !== 'string' || from === to || outcome === 'no-transfer') return undefined;
  const { say } = context;
  const stays = relation === 'stays';
  const place = (region: string, role: string, words: string, strong: boolean) =>
    html`<li class="place-box${strong && html` strong`}"><span class="soft">${say(`case-page:move.${role}`)}</span><b>${nameOf(region, context)}</b><span>${words}</span></li>`;
  return renderFigure(
    say('case-page:picture.move'),
    html`<ul class="move">${place(from, 'from', say(stays ? 'case-page:move.stays' : 'case-page:move.goes'), stays)}
<li class="arrow" aria-hidden="true"><svg width="48" height="24" viewBox="0 0 48 24"><path class="${stays ? 'line broken' : 'line'}" d="M2,12H${stays ? 36 : 42}"/>${
      // The relation doesn't cross: a bar instead of an arrow.
      stays ? html`<path class="line stop" d="M40,2V22"/>` : html`<path class="line" d="M34,4L43,12L34,20"/>`
    }</svg></li>
${place(to, 'to', say(stays ? 'case-page:move.temporary' : 'case-page:move.arrives'), !stays)}</ul>`,
  );
}
