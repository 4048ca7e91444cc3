/** What comes out: the answer largest, a picture, every step with its article, what to do, and how to keep it. */
import { saySource } from '../../../../answers/index.ts';
import type { SaidLine } from '../../../../cases/index.ts';
import { createSpeaker } from '../../../../knowledge/index.ts';
import { type Html, html } from '../../html.ts';
import { markNumbers } from '../../render/gloss.ts';
import type { PageContext } from '../../render/page-context.ts';
import { renderPicture } from '../pictures/case-picture.ts';
import { tellInTalk } from '../tell-in-talk.ts';
import type { FieldProblem, WorkedCase } from '../work-out.ts';
import { idOf } from './form-fields.ts';
import { renderGiven } from './given.ts';

/** @param origin `https://host`, for a link that can be sent to somebody */
export function renderResult(shown: WorkedCase, origin: string, context: PageContext): Html {
  if (shown.worked) return renderWorked(shown, shown.worked, origin, context);
  const { say } = context;
  if (shown.problems.length > 0) return renderOpen(shown.problems, context);
  return html`<p class="soft">${say('case-page:empty')}</p>`;
}

/** What is still to be done, each with the way to its field. */
function renderOpen(problems: readonly FieldProblem[], { say }: PageContext): Html {
  const wrong = problems.filter(({ missing }) => !missing);
  const missing = problems.filter((problem) => problem.missing);
  const list = (title: string, items: readonly FieldProblem[], words: (problem: FieldProblem) => string) =>
    items.length > 0 &&
    html`<h3>${title}</h3><ul class="to-fix">${items.map(
      (problem) => html`<li><a href="#${idOf(problem.field)}">${words(problem)}</a></li>`,
    )}</ul>`;
  return html`<div class="open">${list(say('case:problem.title'), wrong, ({ text }) => text)}
${list(say('case-page:stillMissing'), missing, ({ label }) => label)}</div>`;
}

function renderWorked(
  { link, asOf, filled, input }: WorkedCase,
  { outcome, said }: NonNullable<WorkedCase['worked']>,
  origin: string,
  context: PageContext,
): Html {
  const { say, today } = context;
  return html`<article class="answer case">
${(said.estimate || asOf !== today) && html`<p class="marks">${said.estimate && html`<span class="as-of">${say('page:case.estimate')}</span>`}${asOf !== today && html`<span class="as-of">${say('chat:answer.asOf', { day: asOf })}</span>`}</p>`}
<p class="short headline">${markNumbers(said.headline)}</p>
${renderList(say('case:section.todo'), said.todo, 'steps', 'todo')}
${renderPicture(outcome, context)}
${renderActions(filled.kind, link, context)}
<section class="reasons"><h3>${say('case:section.trace')}</h3><ol class="steps">${said.lines.map((line) => html`<li>${line.text}${renderSource(line, asOf, context)}</li>`)}</ol></section>
${renderList(say('case:section.change'), said.change, 'points')}
${renderList(say('case:section.notes'), said.notes, 'points')}
<p class="disclaimer">${said.disclaimer}</p>
${renderShare(filled.kind, link, origin, tellInTalk(filled.kind, input, context), context)}
${renderGiven(filled, input, context)}
<p class="print-only">${origin}${link}<br>${say('case-page:printed', { day: today })}</p>
</article>`;
}

/** The calendar stands right below the days that go into it. */
function renderActions(kind: string, link: string, { say }: PageContext): Html | undefined {
  if (kind !== 'deadlines') return undefined;
  return html`<p class="actions"><a class="button" href="${link.replace('/case/deadlines', '/case/deadlines.ics')}" download="yaodian.ics">${say('case-page:calendar')}</a></p>`;
}

function renderShare(kind: string, link: string, origin: string, told: string, { say }: PageContext): Html {
  return html`<section class="keep"><h3>${say('case-page:keep.title')}</h3>
<form method="post" action="/talk" id="tell-${kind}"><input type="hidden" name="text" value="${told}">
<p class="soft">${say('case-page:keep.tellWhat', { told })}</p>
<button class="send">${say('case-page:keep.tell')}</button></form>
<p class="actions"><a class="button" id="share" href="${link}" data-copy="${origin}${link}">${say('case-page:keep.link')}</a> <button type="button" class="quiet" id="copy" hidden>${say('case-page:keep.copy')}</button> <button type="button" class="quiet" id="print" hidden>${say('case-page:keep.print')}</button></p>
<p class="soft">${say('case-page:keep.about')}</p></section>`;
}

function renderList(title: string, lines: readonly string[], kind: 'steps' | 'points', section = ''): Html | undefined {
  if (lines.length === 0) return undefined;
  const items = lines.map((line) => html`<li>${line}</li>`);
  return html`<section class="${section}"><h3>${title}</h3>${kind === 'steps' ? html`<ol class="steps">${items}</ol>` : html`<ul class="points">${items}</ul>`}</section>`;
}

/** A chip with the article; opened, it says what the article says. */
function renderSource({ source }: SaidLine, asOf: string, { edition, settings, say }: PageContext): Html {
  const said = saySource(edition, createSpeaker(edition, settings.language, asOf), source.ref);
  return html` <details class="source"><summary>${source.name}</summary><div class="source-text">${
    said &&
    html`<p>${said.title}</p><p class="soft">${said.issuer} · ${say('chat:answer.since', { day: said.from })}</p>${
      said.gist
        ? html`<p class="gist">${say('chat:answer.gist', { text: said.gist })}</p>`
        : html`<p class="soft">${say('page:source.noGist')}</p>`
    }`
  }</div></details>`;
}
