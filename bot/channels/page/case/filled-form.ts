/** A query string → what is filled in, as it was typed. Adding and removing a row are done here, so that neither needs a script. */
import type { CaseKind } from '../../../knowledge/index.ts';
import { CASE_FORMS, isRows, MOST_ROWS } from './forms.ts';

export interface FilledForm {
  readonly kind: CaseKind;
  /** Full name (`stays[0].region`) → text as typed. A name that was not sent is absent: a choice not made yet. */
  readonly values: ReadonlyMap<string, string>;
  /** Name of the rows → how many are shown. */
  readonly rows: ReadonlyMap<string, number>;
  /** Nothing was sent: a page just opened. A form sent empty is told what is missing. */
  readonly blank: boolean;
  /** A row was added or removed: what is missing is not told yet. */
  readonly editing: boolean;
}

const LONGEST = 60;
const ROW_NAME = /^(\w+)\[(\d{1,2})\]\.(\w+)$/;

export function readFilledForm(kind: CaseKind, query: URLSearchParams): FilledForm {
  const form = CASE_FORMS[kind];
  const known = new Set([...form.items, ...form.more].flatMap((item) => (isRows(item) ? [] : [item.name])));
  const values = new Map<string, string>();
  const rows = new Map<string, number>();
  for (const [name, value] of query) {
    const row = ROW_NAME.exec(name);
    if (row ? !isRowField(kind, row) : !known.has(name)) continue;
    values.set(row ? `${row[1]}[${Number(row[2])}].${row[3]}` : name, value.slice(0, LONGEST).trim());
    if (row) rows.set(row[1] ?? '', Math.max(rows.get(row[1] ?? '') ?? 0, Number(row[2]) + 1));
  }
  const blank = values.size === 0;
  for (const item of form.items) {
    if (isRows(item) && (blank || !rows.has(item.rows))) rows.set(item.rows, item.atFirst);
  }
  return edit({ kind, values, rows, blank, editing: false }, query);
}

function isRowField(kind: CaseKind, [, rows, index, name]: readonly string[]): boolean {
  const item = CASE_FORMS[kind].items.filter(isRows).find((one) => one.rows === rows);
  return Number(index) < MOST_ROWS && item !== undefined && item.fields.some((field) => field.name === name);
}

/** `add=stays` puts an empty row at the end; `remove=stays[1]` takes one out and moves up those behind it. */
function edit(filled: FilledForm, query: URLSearchParams): FilledForm {
  const added = query.get('add') ?? '';
  const count = filled.rows.get(added);
  if (count !== undefined)
    return { ...filled, rows: new Map([...filled.rows, [added, Math.min(count + 1, MOST_ROWS)]]), editing: true };
  const [, rows = '', at = ''] = /^(\w+)\[(\d{1,2})\]$/.exec(query.get('remove') ?? '') ?? [];
  const before = filled.rows.get(rows);
  if (before === undefined || Number(at) >= before) return filled;
  const values = new Map<string, string>();
  for (const [name, value] of filled.values) {
    const [, ofRows, index, field] = ROW_NAME.exec(name) ?? [];
    if (ofRows !== rows || Number(index) < Number(at)) values.set(name, value);
    else if (Number(index) > Number(at)) values.set(`${rows}[${Number(index) - 1}].${field}`, value);
  }
  return { ...filled, values, rows: new Map([...filled.rows, [rows, Math.max(before - 1, 1)]]), editing: true };
}
