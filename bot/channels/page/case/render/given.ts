/** What a result was worked out from, in words: on paper the form isn't there to tell. */
import { fieldLabel, sayFacts } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import type { CaseInput } from '../case-input.ts';
import type { FilledForm } from '../filled-form.ts';
import { CASE_FORMS, type CaseField, isRows, lastName, WHICH_ACCOUNT } from '../forms.ts';
import { caseWords } from './case-words.ts';

export function renderGiven({ kind }: FilledForm, input: CaseInput, context: PageContext): Html {
  const { say } = context;
  const { items, more } = CASE_FORMS[kind];
  const words = caseWords(kind, context);
  const lines = [...items, ...more].flatMap((item): { label: string; value: string }[] => {
    if (isRows(item)) {
      const rows = Array.isArray(input[item.rows]) ? (input[item.rows] as CaseInput[]) : [];
      return rows.map((row, index) => ({
        label: say(`case-page:rows.${item.rows}.row`, { row: index + 1 }),
        value: item.fields
          .flatMap((field) => {
            const value = sayValue(field, row[field.name], context);
            if (value === undefined) return [];
            return field.type === 'amount' ? `${words.label(field)} ${value}` : value;
          })
          .join(' · '),
      }));
    }
    if (item.name === WHICH_ACCOUNT || item.name === 'asof') return [];
    const value = sayValue(item, inputAt(input, item.name), context);
    return value === undefined ? [] : [{ label: words.label(item), value }];
  });
  return html`<section class="print-only"><h3>${say('page:case.said')}</h3><dl class="said">${lines.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`;
}

function sayValue(field: CaseField, value: unknown, context: PageContext): string | undefined {
  const { say, edition, settings } = context;
  const words = (facts: Readonly<Record<string, string | number>>) =>
    String(Object.values(sayFacts({ edition, say, language: settings.language }, facts)).at(-1));
  if (value === undefined) return undefined;
  if (value === null) return say(`case:choice.${field.name}-none`);
  switch (field.type) {
    case 'region':
    case 'region-or-none':
      return words({ itRegion: String(value) });
    case 'choice':
      return caseWords('transfer', context).choice(field, String(value));
    case 'flag':
      return fieldLabel(lastName(field.name), say);
    case 'day':
    case 'month-or-day':
      return words({ itDay: String(value) });
    case 'months':
      return words({ itMonths: Number(value) });
    case 'age':
      return words({ itAge: Number(value) });
    case 'amount':
      return words({ itYuan: String(value) });
    default:
      return String(value);
  }
}

function inputAt(input: CaseInput, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), input);
}
