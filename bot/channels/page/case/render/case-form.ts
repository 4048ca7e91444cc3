/** The form of a kind: a plain GET form, so that the address carries the inputs and the server keeps none of them. */
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { whichAccount } from '../case-input.ts';
import {
  CASE_FORMS,
  type CaseField,
  type CaseRows,
  type FormItem,
  isRows,
  MOST_ROWS,
  WHICH_ACCOUNT,
} from '../forms.ts';
import type { FieldProblem, WorkedCase } from '../work-out.ts';
import { caseWords } from './case-words.ts';
import { type FieldTools, idOf, renderField, renderProblem } from './form-fields.ts';

/** Words that the script shows; it has none of its own. */
const STATES = ['waiting', 'failed', 'copied'] as const;

/**
 * The first button is the one Enter takes: without the hidden one it would be that which removes a row.
 * @param lang the language of the address, which a sent form must keep
 */
export function renderCaseForm(
  worked: WorkedCase,
  problems: readonly FieldProblem[],
  lang: string | null,
  context: PageContext,
): Html {
  const { say } = context;
  const { filled } = worked;
  const { items, more } = CASE_FORMS[filled.kind];
  const tools = fieldTools(worked, problems, context);
  const states = STATES.map((name) => html` data-${name}="${say(`case-page:state.${name}`)}"`);
  const open = more.some(({ name }) => (filled.values.get(name) ?? '') !== '' || tools.problemOf(name) !== undefined);
  return html`<form id="case" method="get" action="/case/${filled.kind}#result" autocomplete="off" novalidate${states}>
<button class="hidden" tabindex="-1" aria-hidden="true">${say('case-page:workOut')}</button>
${lang !== null && html`<input type="hidden" name="lang" value="${lang}">`}
${items.map((item) => renderItem(item, tools))}
<details class="more"${open && html` open`}><summary>${say('case-page:more')}</summary>
<div class="fields">${more.map((field) => renderField(field, field.name, tools))}</div></details>
<p class="actions"><button class="send">${say('case-page:workOut')}</button> <a class="plain" href="/case/${filled.kind}">${say('case-page:clear')}</a></p>
<p class="soft">${say('case-page:privacy')}</p>
</form>`;
}

/** Only the rows, for the script: the rest of the form keeps what is typed and where the cursor stands. */
export function renderEachRows(
  worked: WorkedCase,
  context: PageContext,
): { readonly id: string; readonly rows: Html }[] {
  const tools = fieldTools(worked, [], context);
  return CASE_FORMS[worked.filled.kind].items
    .filter(isRows)
    .map((item) => ({ id: idOf(item.rows), rows: renderRows(item, tools) }));
}

function fieldTools({ filled }: WorkedCase, problems: readonly FieldProblem[], context: PageContext): FieldTools {
  const byField = Map.groupBy(problems, ({ field }) => field);
  const chosen = (field: CaseField) =>
    field.name === WHICH_ACCOUNT ? whichAccount(filled) : (filled.values.get(field.name) ?? '');
  return {
    filled,
    context,
    words: caseWords(filled.kind, context),
    problemOf: (name) => byField.get(name)?.[0],
    chosen,
    ...newRow(filled),
  };
}

function newRow(filled: WorkedCase['filled']): { focus?: string } {
  const item = CASE_FORMS[filled.kind].items.find(isRows);
  if (!filled.editing || !item) return {};
  return { focus: `${item.rows}[${(filled.rows.get(item.rows) ?? 1) - 1}].${item.fields[0]?.name}` };
}

function renderItem(item: FormItem, tools: FieldTools): Html {
  if (!isRows(item)) return renderField(item, item.name, tools);
  const { say } = tools.context;
  const { kind } = tools.filled;
  return html`<fieldset class="rows${item.only !== undefined && ` only-${item.only}`}"><legend>${say(`case-page:rows.${item.rows}.title`)}</legend>
<p class="soft" id="${idOf(item.rows)}-hint">${say(`case-page:rows.${item.rows}.hint`)}</p>
<div id="${idOf(item.rows)}">${renderRows(item, tools)}</div>
${renderProblem(item.rows, tools.problemOf(item.rows))}
<p><button name="add" value="${item.rows}" formaction="/case/${kind}#${idOf(item.rows)}">${say(`case-page:rows.${item.rows}.add`)}</button></p></fieldset>`;
}

function renderRows(item: CaseRows, tools: FieldTools): Html {
  const { say } = tools.context;
  const { kind, rows } = tools.filled;
  const ofRow = { ...tools, rowsHint: `${idOf(item.rows)}-hint` };
  const count = Math.min(rows.get(item.rows) ?? item.atFirst, MOST_ROWS);
  return html`${Array.from({ length: count }, (_, index) => {
    const at = `${item.rows}[${index}]`;
    const title = say(`case-page:rows.${item.rows}.row`, { row: index + 1 });
    return html`<fieldset class="form-row ${item.rows}" id="${idOf(at)}"><legend>${title}</legend>
${item.fields.map((field) => renderField(field, `${at}.${field.name}`, ofRow))}
${renderProblem(at, tools.problemOf(at))}
${count > 1 && html`<button class="quiet" name="remove" value="${at}" formaction="/case/${kind}#${idOf(item.rows)}" aria-label="${say('case-page:rows.removeRow', { row: title })}">${say('case-page:rows.remove')}</button>`}</fieldset>`;
  })}`;
}
