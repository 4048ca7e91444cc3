/**
 * The form of each kind, as data: which fields, in which order, how each is written and read. Names are those of the
 * inputs of the cases (bot/cases), so that a form, a link and POST /api/cases say the same.
 */
import type { CaseKind } from '../../../knowledge/index.ts';

/** How a field is filled in and read. */
export type FieldType =
  | 'region'
  /** A province, or none: no mainland hukou, never insured before. */
  | 'region-or-none'
  | 'choice'
  | 'flag'
  | 'day'
  | 'month-or-day'
  | 'months'
  | 'age'
  | 'amount'
  | 'number'
  | 'year';

/** Where a field makes sense: hidden by CSS as long as another answer says otherwise. */
export type Only = 'women' | 'ordinary' | 'temporary';

export interface CaseField {
  readonly name: string;
  readonly type: FieldType;
  readonly optional?: true;
  readonly choices?: readonly string[];
  readonly only?: Only;
}

/** Repeated fields: `stays[0].region`. */
export interface CaseRows {
  readonly rows: string;
  readonly fields: readonly CaseField[];
  /** Empty rows shown at first. */
  readonly atFirst: number;
  readonly only?: Only;
}

export type FormItem = CaseField | CaseRows;

export interface CaseForm {
  readonly items: readonly FormItem[];
  /** What few people need: folded away until something in it is filled in. */
  readonly more: readonly CaseField[];
}

/** Rows beyond these are not read; more than a life holds. */
export const MOST_ROWS = 60;

/** The day whose rules count; every form has it. */
export const AS_OF: CaseField = { name: 'asof', type: 'day', optional: true };

/** Steers the form of `amount`; no input of the case. */
export const WHICH_ACCOUNT = 'of';

const HUKOU: CaseField = { name: 'hukou', type: 'region-or-none' };
const SEX: CaseField = { name: 'sex', type: 'choice', choices: ['female', 'male'] };
const BIRTH: CaseField = { name: 'birth', type: 'month-or-day' };
const POST: CaseField = { name: 'post', type: 'choice', choices: ['worker', 'cadre'], only: 'women' };

export const CASE_FORMS: Readonly<Record<CaseKind, CaseForm>> = {
  'benefit-place': {
    items: [
      HUKOU,
      {
        rows: 'stays',
        atFirst: 2,
        fields: [
          { name: 'region', type: 'region' },
          { name: 'months', type: 'months' },
          { name: 'temporary', type: 'flag', optional: true },
        ],
      },
      { name: 'relation', type: 'region', optional: true },
    ],
    more: [AS_OF],
  },
  transfer: {
    items: [
      { name: 'from', type: 'region-or-none' },
      { name: 'to', type: 'region' },
      HUKOU,
      SEX,
      BIRTH,
      { name: 'joined', type: 'month-or-day', optional: true },
    ],
    more: [
      { name: 'approved', type: 'flag', optional: true },
      { name: 'receiving', type: 'flag', optional: true },
      { name: 'insuredHereBefore2010', type: 'flag', optional: true },
      { name: 'agedInBreak', type: 'flag', optional: true },
      AS_OF,
    ],
  },
  amount: {
    items: [
      { name: WHICH_ACCOUNT, type: 'choice', choices: ['ordinary', 'temporary'], optional: true },
      {
        rows: 'wages',
        atFirst: 2,
        only: 'ordinary',
        fields: [
          { name: 'year', type: 'year' },
          { name: 'months', type: 'months' },
          { name: 'total', type: 'amount', optional: true },
          { name: 'monthly', type: 'amount', optional: true },
        ],
      },
      { name: 'account.since1998', type: 'amount', only: 'ordinary' },
      { name: 'account.before1998', type: 'amount', optional: true, only: 'ordinary' },
      { name: 'temporary.employer', type: 'amount', only: 'temporary' },
      { name: 'temporary.employee', type: 'amount', only: 'temporary' },
      { name: 'temporary.interest', type: 'amount', optional: true, only: 'temporary' },
    ],
    more: [AS_OF],
  },
  deadlines: {
    items: [
      { name: 'applied', type: 'day' },
      { name: 'received', type: 'day', optional: true },
      { name: 'letterReceived', type: 'day', optional: true },
      { name: 'fundsReceived', type: 'day', optional: true },
      { name: 'finished', type: 'day', optional: true },
    ],
    more: [AS_OF],
  },
  retirement: {
    items: [
      SEX,
      POST,
      BIRTH,
      { name: 'months', type: 'months', optional: true },
      { name: 'insuredBeforeLaw', type: 'flag', optional: true },
    ],
    more: [AS_OF],
  },
  pension: {
    items: [
      { name: 'base', type: 'amount' },
      { name: 'months', type: 'months' },
      SEX,
      POST,
      BIRTH,
      { name: 'account', type: 'amount', optional: true },
      { name: 'index', type: 'number', optional: true },
    ],
    more: [
      { name: 'transitional', type: 'amount', optional: true },
      { name: 'ageMonths', type: 'age', optional: true },
      AS_OF,
    ],
  },
  schemes: {
    items: [
      { name: 'employeeMonths', type: 'months' },
      { name: 'residentMonths', type: 'months', optional: true },
      { name: 'overlapMonths', type: 'months', optional: true },
      SEX,
      POST,
      BIRTH,
    ],
    more: [
      { name: 'atAge', type: 'choice', choices: ['true', 'false'], optional: true },
      { name: 'receiving', type: 'flag', optional: true },
      { name: 'year', type: 'year', optional: true },
      AS_OF,
    ],
  },
};

export function isRows(item: FormItem): item is CaseRows {
  return 'rows' in item;
}

/** `account.since1998` → since1998, the name its words stand under. */
export function lastName(name: string): string {
  return name.split('.').at(-1) ?? name;
}
