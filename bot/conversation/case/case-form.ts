/**
 * The form of each kind: its fields in asking order, when a field is worth asking, what can be pressed instead of typed,
 * and what 不知道 means. A field whose answer can't change the result isn't asked.
 */
import { Temporal } from 'temporal-polyfill';
import type { CaseKind } from '../../knowledge/index.ts';
import { bornBefore, type CaseDays, inputOf, isTemporary, tryOut } from './case-input.ts';
import { type CaseState, isAnswered } from './case-state.ts';
import type { FieldName } from './facts.ts';

/** How an answer is read, and what kind of buttons it has. */
export type AnswerType =
  | 'region'
  | 'hukou'
  | 'from'
  | 'stays'
  | 'sex'
  | 'post'
  | 'yes-no'
  | 'birth'
  | 'day'
  | 'month-or-day'
  | 'months'
  | 'amount'
  | 'index'
  | 'wages';

/**
 * What 不知道 means: `skip` leaves it out (the case knows what to do without), `assume` too, and a note says what was
 * assumed; `look-up` tells where to find it and asks again; `both` works out each possibility.
 */
export type Unknown = 'skip' | 'assume' | 'look-up' | 'both';

export interface FormField {
  readonly name: FieldName;
  readonly type: AnswerType;
  readonly unknown: Unknown;
  /** Whether the answer can matter, given what is known; default: always. */
  readonly matters?: (state: CaseState, days: CaseDays) => boolean;
}

const HUKOU: FormField = { name: 'hukou', type: 'hukou', unknown: 'look-up' };
const BIRTH: FormField = { name: 'birth', type: 'birth', unknown: 'look-up' };
const SEX: FormField = { name: 'sex', type: 'sex', unknown: 'look-up' };
const POST: FormField = {
  name: 'post',
  type: 'post',
  unknown: 'both',
  matters: ({ facts }) => facts.sex === 'female',
};
/** Asked in an ageless form only when the age was not given itself. */
const withoutAge = (field: FormField): FormField => ({
  ...field,
  matters: (state, days) => state.facts.ageMonths === undefined && (field.matters?.(state, days) ?? true),
});
/** Asked only when the person doesn't know whether the age is reached. */
const toFindAge = (field: FormField): FormField => ({
  ...field,
  matters: (state, days) => state.unknown.includes('atAge') && (field.matters?.(state, days) ?? true),
});

export const FORMS: Readonly<Record<CaseKind, readonly FormField[]>> = {
  'benefit-place': [
    HUKOU,
    { name: 'stays', type: 'stays', unknown: 'look-up' },
    { name: 'relation', type: 'region', unknown: 'skip', matters: relationMatters },
  ],
  transfer: [
    { name: 'from', type: 'from', unknown: 'look-up' },
    { name: 'to', type: 'region', unknown: 'look-up' },
    HUKOU,
    { ...SEX, matters: ageMatters },
    { ...BIRTH, matters: (state, days) => ageMatters(state) && birthMatters(state, days) },
    { name: 'approved', type: 'yes-no', unknown: 'skip', matters: becomesTemporary },
    { name: 'joined', type: 'month-or-day', unknown: 'skip', matters: becomesTemporary },
  ],
  amount: [
    { name: 'employer', type: 'amount', unknown: 'look-up', matters: isTemporary },
    { name: 'employee', type: 'amount', unknown: 'look-up', matters: isTemporary },
    { name: 'interest', type: 'amount', unknown: 'assume', matters: isTemporary },
    { name: 'wages', type: 'wages', unknown: 'look-up', matters: (state) => !isTemporary(state) },
    { name: 'since1998', type: 'amount', unknown: 'assume', matters: (state) => !isTemporary(state) },
    { name: 'before1998', type: 'amount', unknown: 'assume', matters: paidBefore1998 },
  ],
  deadlines: [
    { name: 'applied', type: 'day', unknown: 'look-up', matters: ({ facts }) => facts.received === undefined },
    { name: 'letterReceived', type: 'day', unknown: 'skip', matters: (state, days) => mayBeLate(state, days) },
    {
      name: 'fundsReceived',
      type: 'day',
      unknown: 'skip',
      matters: (state, days) => state.facts.letterReceived !== undefined && mayBeLate(state, days),
    },
  ],
  retirement: [
    SEX,
    BIRTH,
    POST,
    { name: 'months', type: 'months', unknown: 'skip' },
    { name: 'insuredBeforeLaw', type: 'yes-no', unknown: 'skip', matters: lawMatters },
  ],
  pension: [
    { name: 'months', type: 'months', unknown: 'look-up' },
    withoutAge(SEX),
    withoutAge(BIRTH),
    withoutAge(POST),
    { name: 'base', type: 'amount', unknown: 'look-up' },
    { name: 'index', type: 'index', unknown: 'skip' },
    { name: 'since1998', type: 'amount', unknown: 'skip' },
  ],
  schemes: [
    { name: 'employeeMonths', type: 'months', unknown: 'look-up' },
    { name: 'residentMonths', type: 'months', unknown: 'look-up' },
    { name: 'atAge', type: 'yes-no', unknown: 'skip', matters: ({ facts }) => !facts.receiving && !isBorn(facts) },
    toFindAge(SEX),
    toFindAge(BIRTH),
    toFindAge(POST),
    {
      name: 'overlapMonths',
      type: 'months',
      unknown: 'assume',
      matters: ({ facts }) => (facts.employeeMonths ?? 0) > 0 && (facts.residentMonths ?? 0) > 0,
    },
  ],
};

/** Fields that may be changed although they are never asked. */
export const CHANGEABLE: Readonly<Record<CaseKind, readonly FieldName[]>> = {
  'benefit-place': ['relation'],
  transfer: ['joined', 'approved', 'receiving'],
  amount: ['before1998'],
  deadlines: ['received', 'letterReceived', 'fundsReceived', 'finished'],
  retirement: ['insuredBeforeLaw'],
  pension: ['ageMonths'],
  schemes: ['receiving'],
};

/** What is asked next; undefined when the case can be worked out. */
export function nextField(state: CaseState, days: CaseDays): FormField | undefined {
  return FORMS[state.kind].find((field) => !isAnswered(state, field.name) && (field.matters?.(state, days) ?? true));
}

export function fieldOf(kind: CaseKind, name: FieldName): FormField | undefined {
  return FORMS[kind].find((field) => field.name === name);
}

/** Whether a fact belongs to the form at all: a message may say more than this case asks. */
export function belongsTo(kind: CaseKind, name: FieldName): boolean {
  return fieldOf(kind, name) !== undefined || CHANGEABLE[kind].includes(name);
}

/** Where the relation is now: asked only if another province of the list would make another one pay. */
function relationMatters(state: CaseState, days: CaseDays): boolean {
  const { stays = [], hukou } = state.facts;
  const input = inputOf(state, days.today);
  const ordinary = stays.filter((stay) => !stay.temporary).map(({ region }) => region);
  const candidates = [...new Set([...ordinary, ...(hukou && ordinary.includes(hukou) ? [hukou] : [])])];
  const places = candidates.map((relation) => tryOut('benefit-place', { ...input, relation }, days)?.result.place);
  return new Set(places).size > 1;
}

/** Within a province, at the hukou, or drawing a pension already, the law asks for no age. */
export function ageMatters({ facts }: CaseState): boolean {
  return !facts.receiving && facts.to !== facts.hukou && facts.from !== facts.to;
}

/** An age is as good as a birth, unless the year that it leaves open makes a difference. */
function birthMatters(state: CaseState, days: CaseDays): boolean {
  if (state.age === undefined) return true;
  const input = inputOf(state, days.today);
  const oldest = Temporal.PlainDate.from(bornBefore(days.today, state.age)).subtract({ days: 364 }).toString();
  const outcomes = [input, { ...input, birth: oldest }].map((one) => tryOut('transfer', one, days)?.result.outcome);
  return outcomes[0] !== outcomes[1];
}

function becomesTemporary(state: CaseState, days: CaseDays): boolean {
  return tryOut('transfer', inputOf(state, days.today), days)?.result.temporaryAccount === true;
}

/** Accounts began in 1998; only who paid before has a part from before. */
function paidBefore1998({ facts }: CaseState): boolean {
  return facts.wages?.some(({ year }) => year < 1998) === true;
}

/** A limit has passed, by what is known: then the real days tell late from in time. */
function mayBeLate(state: CaseState, days: CaseDays): boolean {
  if (state.facts.finished !== undefined) return false;
  const position = tryOut('deadlines', inputOf(state, days.today), days)?.result.position;
  return position?.state === 'perhaps-late' || position?.state === 'late';
}

function lawMatters(state: CaseState, days: CaseDays): boolean {
  const ways = tryOut('retirement', inputOf(state, days.today), days)?.result.waysToClose ?? [];
  return ways.includes('pay-longer');
}

function isBorn({ sex, birth, post }: CaseState['facts']): boolean {
  return sex !== undefined && birth !== undefined && (sex === 'male' || post !== undefined);
}
