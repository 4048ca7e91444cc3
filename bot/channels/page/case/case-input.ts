/** What is filled in → the input of a case. Empty rows are left out; `rowsAt` tells which row of the form each was. */
import { findRegion } from '../../../cases/index.ts';
import type { Edition } from '../../../knowledge/index.ts';
import type { FilledForm } from './filled-form.ts';
import { CASE_FORMS, type CaseField, type CaseRows, isRows, WHICH_ACCOUNT } from './forms.ts';
import { readWritten } from './read-written.ts';

export type CaseInput = Readonly<Record<string, unknown>>;

export interface ReadInput {
  /** What the person gave: goes into the link. */
  readonly input: CaseInput;
  /** What the case is run with. */
  readonly taken: CaseInput;
  /** `stays` → [0, 2]: the second stay of the input is the third row of the form. */
  readonly rowsAt: ReadonlyMap<string, readonly number[]>;
  /** As read; undefined: today. */
  readonly asOf: string | undefined;
}

/** An option cannot be empty and be told from one not chosen, except in a link: there null is written as ''. */
export const NONE = 'none';

export function readCaseInput(filled: FilledForm, edition: Edition, today: string): ReadInput {
  const form = CASE_FORMS[filled.kind];
  const rowsAt = new Map<string, readonly number[]>();
  const input: Record<string, unknown> = {};
  const which = whichAccount(filled);
  const read = (field: CaseField, name: string) => readField(field, filled.values.get(name), today);
  for (const item of [...form.items, ...form.more]) {
    if (item.only === 'ordinary' || item.only === 'temporary' ? item.only !== which : false) continue;
    if (isRows(item)) {
      const at = filledRows(item, filled);
      rowsAt.set(item.rows, at);
      input[item.rows] = at.map((index) =>
        defined(item.fields.map((field) => [field.name, read(field, `${item.rows}[${index}].${field.name}`)])),
      );
    } else if (item.name !== WHICH_ACCOUNT && item.name !== 'asof') put(input, item.name, read(item, item.name));
  }
  const asOf = filled.values.get('asof');
  const given = withoutIdle(filled, input);
  return {
    input: given,
    taken: filled.kind === 'transfer' && agesDontMatter(given, edition) ? { ...ANYBODY, ...given } : given,
    rowsAt,
    asOf: asOf ? String(readWritten('day', asOf, today)) : undefined,
  };
}

/** Which of the two accounts the amount is of: as chosen, else by the fields that a link gives. */
export function whichAccount({ values }: FilledForm): 'ordinary' | 'temporary' {
  const chosen = values.get(WHICH_ACCOUNT);
  if (chosen === 'temporary' || chosen === 'ordinary') return chosen;
  return values.get('temporary.employer') || values.get('temporary.employee') ? 'temporary' : 'ordinary';
}

function readField(field: CaseField, written: string | undefined, today: string): unknown {
  if (field.type === 'region-or-none' && (written === '' || written === NONE)) return null;
  if (written === undefined || written === '') return undefined;
  if (field.name === 'atAge') return written === 'true';
  const value = readWritten(field.type, written, today);
  // An unticked box isn't sent; a link may say it, and both mean the same.
  return value === false ? undefined : value;
}

function filledRows({ rows, fields }: CaseRows, { values, rows: counts }: FilledForm): number[] {
  const indexes = Array.from({ length: counts.get(rows) ?? 0 }, (_, index) => index);
  return indexes.filter((index) => fields.some(({ name }) => (values.get(`${rows}[${index}].${name}`) ?? '') !== ''));
}

/** Without what has no meaning: a man's kind of post, a list without a row. */
function withoutIdle({ kind }: FilledForm, input: Record<string, unknown>): CaseInput {
  const idle = (name: string, value: unknown) =>
    (name === 'post' && input.sex === 'male') ||
    (kind === 'amount' && name === 'wages' && Array.isArray(value) && value.length === 0);
  return defined(Object.entries(input).filter(([name, value]) => !idle(name, value)));
}

/** Where the law looks at no age, the schema wants sex and birth all the same: anybody's will do. Links leave them out. */
const ANYBODY = { sex: 'male', birth: '1980-01' };

function agesDontMatter({ receiving, from, to, hukou }: CaseInput, edition: Edition): boolean {
  const id = (region: unknown) => {
    const found = typeof region === 'string' ? findRegion(edition, region) : {};
    return 'id' in found ? found.id : undefined;
  };
  const [place, before, home] = [id(to), id(from), id(hukou)];
  return receiving === true || (place !== undefined && (place === home || place === before));
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) return;
  const [first = '', second] = name.split('.');
  if (second === undefined) into[first] = value;
  else into[first] = { ...(into[first] as object | undefined), [second]: value };
}

function defined(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}
