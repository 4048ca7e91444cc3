/** An answer as it stands in the talk. The order is fixed: mark, answer, how, next step, what places add, source, day. */
import { type Answer, cautionsOf, type SaidPoint } from '../../../answers/index.ts';
import { type Html, html } from '../html.ts';
import { sayVersions } from './edition.ts';
import { createGlosser, type Glosser, markNumbers } from './gloss.ts';
import { inLanguage, type PageContext } from './page-context.ts';
import { renderSourceLine, renderSources } from './sources.ts';

export type ShownPart = 'short' | 'more' | 'example' | 'source' | 'steps';

export function renderAnswer(answer: Answer, part: ShownPart, page: PageContext): Html {
  const context = inLanguage(page, answer.language);
  const gloss = createGlosser(answer.terms);
  return html`<article class="bubble answer" lang="${answer.language}">
${renderHead(answer, context)}
${part === 'short' ? renderShort(answer, gloss, context) : renderPart(answer, part, gloss, context)}
${renderSourceLine(answer, context, part !== 'source')}
</article>`;
}

/** Item and mark, edition, which question this answers, and the day when it isn't today. */
export function renderHead(answer: Answer, context: PageContext, heading: 'h1' | 'h3' = 'h3'): Html {
  const { say, today } = context;
  return html`<header class="head">
<p class="marks">${answer.item !== undefined && html`<span class="item">${say('chat:answer.item', { item: answer.item })}</span>`}
${answer.highlighted && html`<span class="mark">${say('chat:answer.highlight')}</span>`}
<span class="edition">${sayVersions(answer, context)}</span></p>
<${heading} class="asked">${answer.question}</${heading}>
${answer.day !== today && html`<p class="as-of">${say('chat:answer.asOf', { day: answer.day })}</p>`}
</header>`;
}

function renderShort(answer: Answer, gloss: Glosser, context: PageContext): Html {
  const [how] = answer.points;
  const [step] = answer.steps;
  return html`<div class="short">${gloss.write(answer.short, markNumbers)}</div>${renderShortBy(answer, context)}
${how && html`<div class="how">${gloss.write(how.text)}</div>`}
${step && html`<div class="step"><b>${context.say('page:answer.step')}</b>${gloss.write(step.text)}</div>`}
${cautionsOf(answer).map(({ text }) => html`<div class="caution">${gloss.write(text)}</div>`)}
${renderLocal(answer, gloss, context)}`;
}

/** Whose words the short answer is, where a place has put its own in the nation's place. */
export function renderShortBy({ shortBy }: Answer, { say }: PageContext): Html | undefined {
  return shortBy && html`<p class="soft">${say('chat:answer.localShort', { place: shortBy.name })}</p>`;
}

function renderPart(answer: Answer, part: Exclude<ShownPart, 'short'>, gloss: Glosser, context: PageContext): Html {
  const { say } = context;
  switch (part) {
    case 'more':
      return html`${answer.changed && html`<div class="changed">${gloss.write(say('chat:answer.changed', { text: answer.changed }))}</div>`}
<h4 class="part">${say('chat:answer.points')}</h4>${renderPoints(answer.points, gloss)}
${answer.exceptions.length > 0 && html`<h4 class="part">${say('chat:answer.exceptions')}</h4>${renderPoints(answer.exceptions, gloss)}`}
${renderLocal(answer, gloss, context)}`;
    case 'example':
      return html`<h4 class="part">${say('chat:answer.example')}</h4><div class="example">${gloss.write(answer.example ?? '')}</div>`;
    case 'steps':
      return html`<h4 class="part">${say('chat:answer.steps')}</h4><ol class="steps">${answer.steps.map((point) => html`<li>${gloss.write(point.text)}</li>`)}</ol>`;
    case 'source':
      return html`<h4 class="part">${say('chat:answer.sources')}</h4>${renderSources(answer, context)}`;
  }
}

/** What places add, each under its own name, set apart from the nation's words. */
export function renderLocal(answer: Answer, gloss: Glosser, { say }: PageContext, heading = 'h4'): Html[] {
  return answer.local.map(
    (part) => html`<section class="local"><${heading} class="part">${say('chat:answer.localPart', { place: part.name })}
${part.side !== 'any' && html`<span class="side">${say(`page:answer.side.${part.side}`)}</span>`}</${heading}>
${renderPoints(part.points, gloss)}</section>`,
  );
}

export function renderPoints(points: readonly SaidPoint[], gloss: Glosser): Html {
  return html`<ul class="points">${points.map((point) => html`<li>${gloss.write(point.text)}</li>`)}</ul>`;
}
