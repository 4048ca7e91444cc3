/** Where an answer comes from: a chip that opens what the article says, and the full list. */
import type { Answer, SaidSource } from '../../../answers/index.ts';
import { allSources, sayFullSource, validity } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

/** The first source as a chip, and the days on which the answer holds. */
export function renderSourceLine(answer: Answer, { say }: PageContext): Html {
  const [first] = answer.sources;
  const held = html`<span class="held">${validity(answer, say)}</span>`;
  if (!first) return html`<div class="cited">${held}</div>`;
  const days = validity({ ...first, language: answer.language }, say);
  return html`<div class="cited">
<details class="source"><summary>${cite(first)}</summary>
<div class="source-text">
<p>${first.title}</p>
<p class="soft">${first.issuer} · ${days}</p>
${first.gist ? html`<p>${say('chat:answer.gist', { text: first.gist })}</p>` : html`<p class="soft">${say('page:source.noGist')}</p>`}
<p><a href="${entryAddress(answer)}#sources">${say('page:source.all', { count: allSources(answer).length })}</a></p>
</div></details>
${held}
</div>`;
}

/** Every source, whole: nothing of a legal text is cut. */
export function renderSources(answer: Answer, { say }: PageContext): Html {
  return html`<ul class="sources">${allSources(answer).map((source) => html`<li>${sayFullSource(source, answer, say)}</li>`)}</ul>`;
}

/** "国办发〔2009〕66号 第八条" */
function cite(source: SaidSource): string {
  return `${source.number ?? source.title} ${source.article}`;
}

/** The lasting address of an entry, as this answer says it: language, day and both ends of the move. */
export function entryAddress(answer: Pick<Answer, 'entry' | 'language' | 'day' | 'local'>, today?: string): string {
  const query = new URLSearchParams({ lang: answer.language });
  if (answer.day !== today) query.set('asof', answer.day);
  for (const { side, region } of answer.local) {
    if (side !== 'destination') query.set('from', region);
    if (side !== 'origin') query.set('to', region);
  }
  return `/entry/${answer.entry}?${query}`;
}
