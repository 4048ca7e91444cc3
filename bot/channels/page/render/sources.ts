/** Where an answer comes from: a chip that opens what the article says, and the full list. */
import type { Answer, SaidSource } from '../../../answers/index.ts';
import { allSources, validity } from '../../../conversation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

/** The first source as a chip that opens its gist; then the days on which the answer holds, and the way to all of it. */
export function renderSourceLine(answer: Answer, context: PageContext, withChip: boolean): Html {
  const { say, today } = context;
  const [first] = answer.sources;
  return html`${withChip && first && renderChip(first, answer, context)}
<p class="whole"><span class="held">${validity(answer, say)}</span> <a href="${entryAddress(answer, today)}">${say('page:answer.whole')}</a></p>`;
}

function renderChip(source: SaidSource, answer: Answer, { say, today }: PageContext): Html {
  const days = validity({ ...source, language: answer.language }, say);
  return html`<details class="source"><summary>${cite(source)}</summary>
<div class="source-text">
<p>${source.title}</p>
<p class="soft">${source.issuer} · ${days}</p>
${source.gist ? html`<p>${say('chat:answer.gist', { text: source.gist })}</p>` : html`<p class="soft">${say('page:source.noGist')}</p>`}
<p><a href="${entryAddress(answer, today)}#sources">${say('page:source.all', { count: allSources(answer).length })}</a></p>
</div></details>`;
}

/** Every source, whole: nothing of a legal text is cut. A document is named once, its articles below it. */
export function renderSources(answer: Answer, { say }: PageContext): Html {
  const documents = Map.groupBy(allSources(answer), ({ ref }) => ref.split('#')[0]);
  return html`<ul class="sources">${[...documents.values()].map(([first, ...rest]) => {
    if (!first) return undefined;
    const { title, number, issuer } = first;
    const named = number === null ? title : say('page:source.numbered', { title, number });
    const days = validity({ ...first, language: answer.language }, say);
    return html`<li><b>${named}</b><br><span class="soft">${issuer} · ${days}</span>
<ul>${[first, ...rest].map(({ article, gist }) => html`<li>${gist ? say('page:source.article', { article, gist }) : article}</li>`)}</ul></li>`;
  })}</ul>`;
}

/** "国办发〔2009〕66号 第八条" */
function cite(source: SaidSource): string {
  return `${source.number ?? source.title} ${source.article}`;
}

/** The lasting address of an entry, as this answer says it: language, day and both ends of the move. */
export function entryAddress(answer: Pick<Answer, 'entry' | 'language' | 'day' | 'ends'>, today?: string): string {
  const query = new URLSearchParams({ lang: answer.language });
  if (answer.day !== today) query.set('asof', answer.day);
  const { origin, destination } = answer.ends;
  if (origin !== undefined) query.set('from', origin);
  if (destination !== undefined) query.set('to', destination);
  return `/entry/${answer.entry}?${query}`;
}
