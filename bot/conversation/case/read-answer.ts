/** An answer to one question, read as that question wants it: "126" is months to one and yuan to another. */
import type { FoundPlace } from '../../matching/index.ts';
import type { FormField } from './case-form.ts';
import type { CaseState } from './case-state.ts';
import type { CaseFacts, FieldName, ReadFacts, Stay } from './facts.ts';
import { readAmount } from './read-amounts.ts';
import { type DayField, readDay, readDays, readMonth } from './read-days.ts';
import { readDurations } from './read-durations.ts';
import type { Reader } from './read-facts.ts';
import { readPerson, sexOf } from './read-person.ts';
import { readStays } from './read-stays.ts';
import { readWages } from './read-wages.ts';
import { type Prepared, prepare } from './write-digits.ts';

export interface ReadAnswer {
  /** The field's value, and what else is known by it. */
  readonly read?: ReadFacts;
  /** A place name that several provinces share. */
  readonly unclear?: FoundPlace;
  /** Provinces without their months. */
  readonly halfStays?: readonly string[];
}

/** Words for yes and no, in every language. */
export interface AnswerWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly noHukou: readonly string[];
  readonly neverInsured: readonly string[];
  readonly worker: readonly string[];
  readonly cadre: readonly string[];
}

/** @returns nothing where the message is no answer to this question */
export async function readAnswer(
  message: string,
  field: FormField,
  state: CaseState,
  reader: Reader,
  words: AnswerWords,
): Promise<ReadAnswer> {
  const prepared = await prepare(message);
  const { plain, digits } = prepared;
  const give = (value: CaseFacts[FieldName] | undefined): ReadAnswer =>
    value === undefined ? {} : { read: { facts: { [field.name]: value } } };
  switch (field.type) {
    case 'region':
      return readRegion(prepared, reader, give);
    case 'hukou':
      return says(plain, words.noHukou) ? give(null) : readRegion(prepared, reader, give);
    case 'from':
      return says(plain, words.neverInsured) ? give(null) : readRegion(prepared, reader, give);
    case 'stays':
      return staysIn(digits, state, reader);
    case 'sex':
      return give(sexOf(plain, reader.edition.cues.persons));
    case 'post':
      return give(says(plain, words.cadre) ? 'cadre' : says(plain, words.worker) ? 'worker' : undefined);
    case 'yes-no':
      // 不是 holds 是: no is looked for first.
      return give(says(plain, words.no) ? false : says(plain, words.yes) ? true : undefined);
    case 'birth':
      return await birthIn(prepared, state, reader);
    case 'day':
      return give(await dayFor(field.name, prepared, reader.today));
    case 'month-or-day':
      return give((await dayFor(field.name, prepared, reader.today)) ?? readMonth(prepared));
    case 'months':
      return give(monthsIn(digits));
    case 'amount':
      return give(/^[^\d]{0,12}-\s*\d/.test(digits) ? `-${readAmount(digits)}` : readAmount(digits));
    case 'index':
      return give(indexIn(digits));
    case 'wages': {
      const { wages, yearsAssumed } = readWages(digits, reader.today);
      return wages.length === 0 ? {} : { read: { facts: { wages }, ...(yearsAssumed ? { yearsAssumed } : {}) } };
    }
  }
}

/** "10月23号收到联系函" is no answer to when the application was. */
async function dayFor(field: FieldName, prepared: Prepared, today: string): Promise<string | undefined> {
  const named = await readDays(prepared, today);
  const own = named[field as DayField];
  return own ?? (Object.keys(named).length > 0 ? undefined : await readDay(prepared, today));
}

/** A short word that is no place is handed on as it is: the case names the nearest province. */
function readRegion(
  { plain }: Prepared,
  { findPlaces }: Reader,
  give: (value: string | undefined) => ReadAnswer,
): ReadAnswer {
  const places = findPlaces(plain);
  const found = places.find(({ region }) => region !== undefined);
  if (found) return give(found.region);
  const [unclear] = places;
  if (unclear) return { unclear };
  return /^\p{L}{2,6}$/u.test(plain) ? give(plain) : {};
}

function staysIn(digits: string, state: CaseState, { findPlaces }: Reader): ReadAnswer {
  const { stays, regions, unclear } = readStays(digits, findPlaces);
  if (unclear) return { unclear };
  if (stays.length > 0) return { read: { facts: { stays } } };
  const half = state.halfStays ?? [];
  const lengths = readDurations(digits);
  if (half.length > 0 && lengths.length === half.length) {
    const joined = half.map((region, index): Stay => ({ region, months: lengths[index]?.months ?? 0 }));
    return { read: { facts: { stays: joined } } };
  }
  return regions.length > 0 ? { halfStays: regions } : {};
}

async function birthIn(prepared: Prepared, state: CaseState, { edition, today }: Reader): Promise<ReadAnswer> {
  const { digits } = prepared;
  const month =
    state.birthYear === undefined ? undefined : /^\D{0,3}(\d{1,2})\s*月?(?:份|生|出生|的)?\D{0,2}$/.exec(digits)?.[1];
  if (month !== undefined) return { read: { facts: { birth: `${state.birthYear}-${month.padStart(2, '0')}` } } };
  const { birth, birthYear, age } = await readPerson(prepared, edition.cues.persons, today, true);
  if (birth !== undefined) return { read: { facts: { birth } } };
  if (birthYear !== undefined) return { read: { facts: {}, birthYear } };
  const alone = age ?? numberIn(/^\D{0,4}([1-9]\d)\s*(?:岁|years?)?$/, digits);
  return alone === undefined ? {} : { read: { facts: {}, age: alone } };
}

function monthsIn(digits: string): number | undefined {
  const durations = readDurations(digits);
  if (durations.length > 0) return durations.reduce((sum, { months }) => sum + months, 0);
  return /没有|没交|没缴|none|zero/.test(digits) ? 0 : bareNumber(digits);
}

function indexIn(digits: string): number | undefined {
  const percent = /(\d{1,3})\s*%/.exec(digits)?.[1];
  return percent === undefined ? bareNumber(digits) : Number(percent) / 100;
}

function bareNumber(digits: string): number | undefined {
  return numberIn(/^[^\d-]{0,6}(-?\d{1,6}(?:\.\d+)?)[^\d万千k%]{0,4}$/, digits);
}

function numberIn(pattern: RegExp, digits: string): number | undefined {
  const found = pattern.exec(digits)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Whether a short answer says one of these, in whole or with a little around it. */
export function says(plain: string, words: readonly string[]): boolean {
  const text = plain.replace(/[\s。.!！,，]+$/u, '');
  return words.some(
    (word) => text === word || (word.length > 1 && text.length <= word.length + 8 && hasWord(text, word)),
  );
}

function hasWord(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word);
  return new RegExp(`(?<![a-z])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`).test(text);
}
