/**
 * What one can press next. Every button is a submit button that says its own title, so that pressing and typing it are
 * the same thing, with script and without.
 */
import type { YaodianData } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import { inLanguage, type PageContext } from './page-context.ts';

/** The buttons of the last reply, and whether it helped. Empty where there is nothing to press. */
export function renderOptions(last: YaodianData | undefined, page: PageContext): Html {
  if (!last || last.decision === 'welcome') return html``;
  const { say, settings } = inLanguage(page, last.language);
  const answered = last.bubbles.some((bubble) => bubble.kind === 'answer');
  // Choices are whole questions and read as a list; the rest are short and stand in a row.
  const list = last.decision === 'clarify' || last.decision === 'menu';
  if (last.options.length === 0 && !answered) return html``;
  return html`<div class="options${list && ' list'}" role="group" aria-label="${page.say('page:options.label')}" lang="${settings.language}">
${last.options.map(({ title }) => renderChoice(title, list))}
${answered && html`<span class="rating"><span>${say('page:options.helpful')}</span>${['good', 'bad'].map((name) => html`<button class="quiet" form="choose" name="text" value="${say(`chat:option.${name}`)}">${say(`chat:option.${name}`)}</button>`)}</span>`}
</div>`;
}

/** "【重点】第7条 …" shows its mark as a mark. */
function renderChoice(title: string, list: boolean): Html {
  const marked = list ? /^(?:【(?<mark>[^】]+)】|\[(?<markEn>[^\]]+)\])\s*(?<rest>.+)$/.exec(title)?.groups : undefined;
  const mark = marked?.mark ?? marked?.markEn;
  return html`<button form="choose" name="text" value="${title}">${list ? html`<span class="question">${marked?.rest ?? title}</span>` : title}${mark && html`<span class="mark">${mark}</span>`}</button>`;
}
