/** One entry on its own page: to be linked, printed, and asked for as of another day. */
import { type Answer, isAnswer, type NotYet } from '../../../answers/index.ts';
import { parameterOn } from '../../../knowledge/index.ts';
import { type Html, html } from '../html.ts';
import { renderEntryBody } from './open-entry.ts';
import type { PageContext } from './page-context.ts';
import { renderShell } from './shell.ts';

/** @param here path and query of this page */
export function renderEntryPage(said: Answer | NotYet, here: string, context: PageContext): Html {
  const { say } = context;
  const body = isAnswer(said)
    ? renderEntryBody(said, context, 'page')
    : html`<header class="head"><h1 class="asked">${said.question}</h1></header><div class="short">${say('chat:answer.notYet', { day: said.day, from: said.from })}</div>`;
  const main = html`<article class="entry alone">
${body}
<form class="as-of-form" method="get" action="/entry/${said.entry}">
<input type="hidden" name="lang" value="${context.settings.language}">
<label for="asof">${say('page:entry.asOf')}</label>
<span class="row"><input id="asof" type="date" name="asof" value="${said.day}" required><button>${say('page:entry.show')}</button></span>
</form>
<p class="actions"><a class="button" href="/">${say('page:entry.ask')}</a> <button id="print" class="quiet" type="button" hidden>${say('page:entry.printThis')}</button></p>
</article>`;
  const title = say('page:entry.title', { question: said.question });
  return renderShell({ title, here, main, kind: 'entry', script: 'page.js' }, context);
}

/** Nothing here, or nothing for the moment: said in words, with a way back. */
export function renderMessagePage(key: 'notFound' | 'crossSite' | 'broken', context: PageContext): Html {
  const { say, edition, today } = context;
  const hotline = String(parameterOn(edition.parameters, 'hotline', today)?.value ?? '');
  const main = html`<section class="welcome"><h1>${say(`page:message.${key}.title`)}</h1><p>${say(`page:message.${key}.say`, { hotline })}</p>
<p class="actions"><a class="button" href="/">${say('page:message.back')}</a></p></section>`;
  return renderShell({ title: say(`page:message.${key}.title`), here: '/', main, kind: 'message' }, context);
}
