/** One field of a form: label, hint, what to type or choose, and under it what was not understood. */
import { type Html, html, type Piece } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { NONE } from '../case-input.ts';
import type { FilledForm } from '../filled-form.ts';
import { AS_OF, type CaseField, WHICH_ACCOUNT } from '../forms.ts';
import type { FieldProblem } from '../work-out.ts';
import type { CaseWords } from './case-words.ts';
import { isRegion, renderRegions } from './regions.ts';

export interface FieldTools {
  readonly filled: FilledForm;
  readonly context: PageContext;
  readonly words: CaseWords;
  /** Of this field and none other. */
  readonly problemOf: (name: string) => FieldProblem | undefined;
  /** What a choice stands at when nothing was chosen. */
  readonly chosen: (field: CaseField) => string;
  /** In a row of a list: its hint is that of the whole list, and what may be left out is told there. */
  readonly rowsHint?: string;
  /** Takes the focus when the page opens: the row just added. */
  readonly focus?: string;
}

/** @param name full name, `stays[0].region` for a field of a row */
export function renderField(field: CaseField, name: string, tools: FieldTools): Html {
  switch (field.type) {
    case 'flag':
      return renderFlag(field, name, tools);
    case 'choice':
      return field.optional && field.name !== WHICH_ACCOUNT
        ? renderLabelled(field, name, tools, renderSelect(field, name, tools))
        : renderRadios(field, name, tools);
    case 'region':
    case 'region-or-none':
      return renderLabelled(field, name, tools, renderSelect(field, name, tools));
    default:
      return renderLabelled(field, name, tools, renderInput(field, name, tools));
  }
}

/** `stays[0].region` → stays-0-region. */
export function idOf(name: string): string {
  return `case-${name.replace(/\W+/g, '-')}`;
}

/** Always there, so that the script has where to put what is wrong. */
export function renderProblem(name: string, problem: FieldProblem | undefined): Html {
  return html`<p class="problem" id="${idOf(name)}-problem">${problem && renderProblemText(problem.text)}</p>`;
}

export function renderProblemText(text: string): Html {
  return html`<span class="sign" aria-hidden="true">!</span> ${text}`;
}

function renderLabelled(field: CaseField, name: string, tools: FieldTools, control: Html): Html {
  const { words, problemOf } = tools;
  const hint = tools.rowsHint === undefined ? words.hint(field) : undefined;
  return html`<div class="field${only(field)}"><label for="${idOf(name)}">${words.label(field)}${renderOptional(field, tools)}</label>
${hint !== undefined && html`<p class="soft" id="${idOf(name)}-hint">${hint}</p>`}
${control}
${renderProblem(name, problemOf(name))}</div>`;
}

/** Said in words: a star would have to be explained. */
function renderOptional(field: CaseField, { context: { say }, rowsHint }: FieldTools): Html | undefined {
  if (!field.optional || rowsHint !== undefined || field === AS_OF || field.name === WHICH_ACCOUNT) return undefined;
  return html` <span class="soft">${say('case-page:optional')}</span>`;
}

function renderInput(field: CaseField, name: string, tools: FieldTools): Html {
  const { filled } = tools;
  const numeric = field.type === 'year' || field.type === 'number';
  return html`<input type="text" id="${idOf(name)}" name="${name}" value="${filled.values.get(name) ?? ''}" maxlength="60" autocomplete="off"${numeric && html` inputmode="decimal"`}${attributes(field, name, tools)}>`;
}

function renderSelect(field: CaseField, name: string, tools: FieldTools): Html {
  const { filled, context, words } = tools;
  const { say } = context;
  const sent = filled.values.get(name);
  const none = field.type === 'region-or-none';
  const isNone = none && (sent === '' || sent === NONE);
  const known = field.type === 'choice' ? sent : sent !== undefined && isRegion(context.edition, sent) ? sent : '';
  const open = !isNone && !known;
  // One that can be left out says so with an empty value; one that can't has nothing to send until it is chosen.
  const first = field.optional
    ? html`<option value="">${say(`case-page:leave.${field.name}`)}</option>`
    : html`<option value="" disabled${open && html` selected`}>${say('case-page:choose')}</option>`;
  return html`<select id="${idOf(name)}" name="${name}"${attributes(field, name, tools)}>${first}${
    none && html`<option value="${NONE}"${isNone && html` selected`}>${say(`case:choice.${field.name}-none`)}</option>`
  }${
    field.type === 'choice'
      ? (field.choices ?? []).map(
          (choice) =>
            html`<option value="${choice}"${choice === sent && html` selected`}>${words.choice(field, choice)}</option>`,
        )
      : renderRegions(known ?? '', context)
  }</select>`;
}

function renderRadios(field: CaseField, name: string, tools: FieldTools): Html {
  const { words, problemOf, chosen } = tools;
  const hint = words.hint(field);
  return html`<fieldset class="field${only(field)}" id="${idOf(name)}"${described(field, name, tools)}><legend>${words.label(field)}${renderOptional(field, tools)}</legend>
${hint !== undefined && html`<p class="soft" id="${idOf(name)}-hint">${hint}</p>`}
<div class="choices">${(field.choices ?? []).map(
    (choice) =>
      html`<label class="tick"><input type="radio" name="${name}" value="${choice}"${choice === chosen(field) && html` checked`}> <span>${words.choice(field, choice)}</span></label>`,
  )}</div>
${renderProblem(name, problemOf(name))}</fieldset>`;
}

function renderFlag(field: CaseField, name: string, tools: FieldTools): Html {
  const { filled, words, problemOf } = tools;
  const checked = filled.values.get(name) === 'true';
  return html`<div class="field flag${only(field)}"><label class="tick"><input type="checkbox" id="${idOf(name)}" name="${name}" value="true"${checked && html` checked`}${described(field, name, tools)}> <span>${words.label(field)}</span></label>
${words.hint(field) !== undefined && html`<p class="soft" id="${idOf(name)}-hint">${words.hint(field)}</p>`}
${renderProblem(name, problemOf(name))}</div>`;
}

function attributes(field: CaseField, name: string, tools: FieldTools): Piece {
  return html`${described(field, name, tools)}${tools.problemOf(name) !== undefined && html` aria-invalid="true"`}${tools.focus === name && html` autofocus`}`;
}

function described(field: CaseField, name: string, { words, rowsHint }: FieldTools): Html {
  const hint = rowsHint ?? (words.hint(field) === undefined ? '' : `${idOf(name)}-hint`);
  return html` aria-describedby="${hint} ${idOf(name)}-problem"`;
}

function only(field: CaseField): string {
  return field.only === undefined ? '' : ` only-${field.only}`;
}
