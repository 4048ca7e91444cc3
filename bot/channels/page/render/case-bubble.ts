/** A case worked out: the result first and largest, then what it was worked out from, how, and what to do. */
import type { Bubble } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import { markNumbers } from './gloss.ts';
import { inLanguage, type PageContext } from './page-context.ts';

type CaseBubble = Extract<Bubble, { kind: 'case' }>;

export function renderCase(bubble: CaseBubble, page: PageContext): Html {
  const context = inLanguage(page, bubble.language);
  const { say } = context;
  return html`<article class="bubble answer case" lang="${bubble.language}">
<header class="head">
<p class="marks"><span class="item">${bubble.title}</span>${bubble.estimate && html` <span class="as-of">${say('page:case.estimate')}</span>`}</p>
${bubble.asOf !== context.today && html`<p class="as-of">${say('chat:answer.asOf', { day: bubble.asOf })}</p>`}
</header>
<div class="short">${markNumbers(bubble.headline)}</div>
${renderTodo(bubble.todo, context)}
${renderSaid(bubble, context)}
${bubble.lines.length > 0 && html`<details class="trace"><summary>${say('case:section.trace')}</summary><ol class="steps">${bubble.lines.map(({ text }) => html`<li>${text}</li>`)}</ol></details>`}
${renderList(say('case:section.change'), bubble.change)}
${renderList(say('case:section.notes'), bubble.notes)}
<p class="soft">${bubble.disclaimer}</p>
<p class="whole"><a href="${bubble.link}">${say('page:case.open')}</a></p>
</article>`;
}

function renderTodo(todo: readonly string[], { say }: PageContext): Html | undefined {
  if (todo.length === 0) return undefined;
  return html`<div class="step"><b>${say('case:section.todo')}</b>${todo.length === 1 ? todo[0] : html`<ol class="steps">${todo.map((line) => html`<li>${line}</li>`)}</ol>`}</div>`;
}

/** What the person said, each with a button that asks for it again. */
function renderSaid({ said }: CaseBubble, { say }: PageContext): Html | undefined {
  if (said.length === 0) return undefined;
  return html`<section class="local"><h4 class="part">${say('page:case.said')}</h4><dl class="said">${said.map(
    ({ label, value, change }) =>
      html`<div><dt>${label}</dt><dd>${value} <button class="quiet" form="choose" name="text" value="${change}">${change}</button></dd></div>`,
  )}</dl></section>`;
}

function renderList(title: string, lines: readonly string[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<section><h4 class="part">${title}</h4><ul class="points">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
