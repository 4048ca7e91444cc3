/** What an empty page shows: three lines of what it can do, and what people ask most. */
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

export interface Asked {
  readonly question: string;
  readonly highlighted: boolean;
}

export function renderWelcome(asked: readonly Asked[], { say }: PageContext): Html {
  return html`<section class="welcome" aria-labelledby="hello">
<h1 id="hello">${say('page:welcome.title')}</h1>
<p>${say('page:welcome.can')}</p>
<p class="soft">${say('page:welcome.how')}</p>
</section>
<section class="asked-most" aria-labelledby="asked-most">
<h2 id="asked-most">${say('page:welcome.asked')}</h2>
<ul>${asked.map(
    ({ question, highlighted }) => html`<li><button form="choose" name="text" value="${question}">
<span class="question">${question}</span>${highlighted && html`<span class="mark">${say('chat:answer.highlight')}</span>`}</button></li>`,
  )}</ul>
<p><button class="quiet" form="choose" name="text" value="${say('chat:option.menu')}">${say('page:welcome.all')}</button></p>
</section>`;
}
