/** The entry last answered, whole: beside the talk on a wide screen, and as the body of its own page. */
import type { Answer } from '../../../answers/index.ts';
import { validity } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import { renderHead, renderLocal, renderPoints, renderShortBy } from './answer-bubble.ts';
import { createGlosser, markNumbers } from './gloss.ts';
import { inLanguage, type PageContext } from './page-context.ts';
import { entryAddress, renderSources } from './sources.ts';

/** @returns nothing while nothing was answered */
export function renderOpenEntry(answer: Answer | undefined, page: PageContext): Html {
  if (!answer) return html`<p class="soft">${page.say('page:entry.none')}</p>`;
  const { say } = inLanguage(page, answer.language);
  return html`<article class="entry" lang="${answer.language}">
${renderEntryBody(answer, page, 'panel')}
<p class="whole"><a href="${entryAddress(answer, page.today)}">${say('page:entry.print')}</a></p>
</article>`;
}

/** @param where the panel repeats the talk, so it begins with the points; the page stands alone */
export function renderEntryBody(answer: Answer, page: PageContext, where: 'panel' | 'page'): Html {
  const context = inLanguage(page, answer.language);
  const { say } = context;
  const gloss = createGlosser(answer.terms);
  const heading = where === 'page' ? 'h2' : 'h4';
  return html`${renderHead(answer, context, where === 'page' ? 'h1' : 'h3')}
${where === 'page' && html`<div class="short">${gloss.write(answer.short, markNumbers)}</div>${renderShortBy(answer, context)}`}
${answer.changed && html`<div class="changed">${gloss.write(say('chat:answer.changed', { text: answer.changed }))}</div>`}
${answer.points.length > 0 && html`<section><${heading} class="part">${say('chat:answer.points')}</${heading}>${renderPoints(answer.points, gloss)}</section>`}
${answer.exceptions.length > 0 && html`<section><${heading} class="part">${say('chat:answer.exceptions')}</${heading}>${renderPoints(answer.exceptions, gloss)}</section>`}
${renderLocal(answer, gloss, context, heading)}
${answer.steps.length > 0 && html`<section><${heading} class="part">${say('chat:answer.steps')}</${heading}><ol class="steps">${answer.steps.map((step) => html`<li>${gloss.write(step.text)}</li>`)}</ol></section>`}
${answer.example && html`<section class="example"><${heading} class="part">${say('chat:answer.example')}</${heading}><div>${gloss.write(answer.example)}</div></section>`}
<section id="${where === 'page' ? 'sources' : 'panel-sources'}"><${heading} class="part">${say('chat:answer.sources')}</${heading}>${renderSources(answer, context)}
<p class="held">${say('page:entry.holds', { days: validity(answer, say), day: answer.day })}</p></section>
${answer.related.length > 0 && html`<section><${heading} class="part">${say('chat:answer.related')}</${heading}><ul class="related">${answer.related.map(({ id, question }) => html`<li><a href="${entryAddress({ ...answer, entry: id }, page.today)}">${question}</a></li>`)}</ul></section>`}`;
}
