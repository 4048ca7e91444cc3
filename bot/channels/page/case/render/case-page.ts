/** The pages of the cases, whole, and the parts of one that the script asks for while a person types. */
import { CASE_KINDS } from '../../../../knowledge/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { renderShell } from '../../render/shell.ts';
import type { FieldProblem, WorkedCase } from '../work-out.ts';
import { renderCaseForm, renderEachRows } from './case-form.ts';
import { renderResult } from './case-result.ts';
import { idOf, renderProblemText } from './form-fields.ts';

export interface CasePageParts {
  readonly shown: WorkedCase;
  /** Path and query of this page. */
  readonly here: string;
  readonly origin: string;
  /** The language that the address names. */
  readonly lang: string | null;
}

/** `/case`: the seven, with a line each. */
export function renderCaseList(here: string, context: PageContext): Html {
  const { say } = context;
  const main = html`<div class="case-list"><h1>${say('case-page:list.title')}</h1>
<p>${say('case-page:list.about')}</p>
<ul>${CASE_KINDS.map(
    (kind) =>
      html`<li><a href="/case/${kind}"><b>${say(`case:title.${kind}`)}</b><span>${say(`case:about.${kind}`)}</span></a></li>`,
  )}</ul>
<p class="soft">${say('case-page:privacy')}</p>
<p class="actions"><a class="button" href="/">${say('page:entry.ask')}</a></p></div>`;
  return renderShell(
    {
      title: say('page:entry.title', { question: say('case-page:list.title') }),
      here,
      main,
      kind: 'case',
      styles: ['case.css'],
    },
    context,
  );
}

export function renderCasePage({ shown, here, origin, lang }: CasePageParts, context: PageContext): Html {
  const { say } = context;
  const { kind, editing } = shown.filled;
  const problems = editing ? shown.problems.filter(({ missing }) => !missing) : shown.problems;
  const title = say(`case:title.${kind}`);
  const main = html`<div class="case-page">
<header class="case-head"><p><a href="/case">${say('case-page:all')}</a></p><h1>${title}</h1><p class="about">${say(`case:about.${kind}`)}</p><p id="glance" class="glance">${renderGlance(shown)}</p></header>
${renderCaseForm(shown, problems, lang, context)}
<section id="result" class="result" aria-labelledby="result-title"><h2 id="result-title">${say('case-page:result')}</h2>
<p id="status" role="status" class="hidden"></p>
<div id="outcome">${renderResult({ ...shown, problems }, origin, context)}</div></section>
</div>`;
  return renderShell(
    {
      title: say('page:entry.title', { question: title }),
      here,
      main,
      kind: 'case',
      script: 'case.js',
      styles: ['case.css'],
    },
    context,
  );
}

/** While a person types: the result, what was not understood, and the rows when one came or went. */
export function renderCaseParts({ shown, origin }: CasePageParts, context: PageContext): Html {
  const { filled, worked, link, problems } = shown;
  const wrong = problems.filter(({ missing }) => !missing);
  return html`<div data-into="outcome" data-link="${link}">${renderResult(shown, origin, context)}</div>
<div data-into="glance">${renderGlance(shown)}</div>
<div data-into="status">${worked?.said.headline ?? sayOpen(problems, context)}</div>
${wrong.map((problem) => html`<div data-into="${idOf(problem.field)}-problem">${renderProblemText(problem.text)}</div>`)}
${filled.editing && renderEachRows(shown, context).map(({ id, rows }) => html`<div data-into="${id}">${rows}</div>`)}`;
}

function renderGlance({ worked }: WorkedCase): Html | undefined {
  return worked && html`<a href="#result">${worked.said.headline}</a>`;
}

function sayOpen(problems: readonly FieldProblem[], { say }: PageContext): string {
  if (problems.some(({ missing }) => !missing)) return say('case:problem.title');
  return problems.length > 0 ? say('case-page:state.missing', { count: problems.length }) : '';
}
