/** Everything a message says of a person's own case, in one go, so that nothing said is asked again. */
import type { Edition } from '../../knowledge/index.ts';
import { type FindPlaces, simplify } from '../../matching/index.ts';
import type { CaseFacts, ReadFacts } from './facts.ts';
import { amountAfter } from './read-amounts.ts';
import { readDays } from './read-days.ts';
import { readDurations } from './read-durations.ts';
import { readPerson } from './read-person.ts';
import { readStays } from './read-stays.ts';
import { readWages } from './read-wages.ts';
import { prepare } from './write-digits.ts';

export interface Reader {
  readonly edition: Edition;
  readonly findPlaces: FindPlaces;
  /** YYYY-MM-DD */
  readonly today: string;
}

const WAGES = /工资|基数|月薪|\d{4}\s*年?[^,，;；]{0,16}(?:一共|每个?月)|wage|salary|yuan (?:in total|a month)/;
const RELATION = /关系(?:现在|还|目前)?(?:是)?(?:在|留在|改成|改为)?$|relation (?:is|to)(?: in)? $/;
const NEW_JOB = /new job (?:is )?in $/;
const FORMER = /原来在$|以前在$/;
const NO_HUKOU = /没有?(?:内地|大陆)户[口籍]|无内地户|港澳台居民|(?:香港|澳门|台湾)(?:居民|人)|no mainland hukou/;
const NEVER_INSURED =
  /(?:以前|之前|从来?|从)没(?:有)?(?:参过?保|缴过|交过)|第一次参保|首次参保|never (?:been )?insured/;

export async function readFacts(message: string, reader: Reader): Promise<ReadFacts> {
  const prepared = await prepare(message);
  const { plain, digits } = prepared;
  const { edition, findPlaces, today } = reader;
  const { sex, post, birth, birthYear, age } = await readPerson(prepared, edition.cues.persons, today);
  const { stays, months } = readStays(withoutSchemes(digits), findPlaces);
  const days = await readDays(prepared, today);
  const temporary = /临时账户|临时缴费|temporary account/.test(plain);
  const { wages, yearsAssumed } = WAGES.test(digits) && !/计发/.test(plain) ? readWages(digits, today) : { wages: [] };
  const facts: CaseFacts = defined({
    sex,
    post,
    birth,
    ...placesIn(message, plain, findPlaces),
    stays: stays.length > 0 ? stays : undefined,
    months: months ?? (stays.length > 0 ? stays.reduce((sum, stay) => sum + stay.months, 0) : undefined),
    ...days,
    ...schemesIn(digits),
    ...answersIn(plain),
    ...amountsIn(digits, temporary),
    wages: wages.length > 0 ? wages : undefined,
    ageMonths: retiringAge(digits),
  });
  return {
    facts,
    ...(age === undefined ? {} : { age }),
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(temporary ? { temporary } : {}),
    ...(yearsAssumed ? { yearsAssumed } : {}),
  };
}

/** The same without the fields that say nothing. */
export function defined<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** @param message as it was written: the cues of places know both kinds of characters */
function placesIn(
  message: string,
  plain: string,
  findPlaces: FindPlaces,
): Pick<CaseFacts, 'hukou' | 'from' | 'to' | 'relation'> {
  const found: { hukou?: string | null; from?: string | null; to?: string; relation?: string } = {};
  let work: string | undefined;
  for (const { name, region, role, at, towards } of findPlaces(message)) {
    if (region === undefined) continue;
    // "转回河南老家" is the hukou and the way there.
    if (towards) found.to = region;
    const before = simplify(message.slice(Math.max(0, at - 16), at));
    const after = message.slice(at + name.length);
    if (RELATION.test(before)) found.relation = region;
    else if (NEW_JOB.test(before)) found.to = region;
    else if (FORMER.test(before) || /^ before\b/.test(after)) found.from = region;
    else if (role === 'hukou' || role === 'from' || role === 'to') found[role] = region;
    else if (role === 'work') work ??= region;
  }
  if (NO_HUKOU.test(plain)) found.hukou = null;
  if (NEVER_INSURED.test(plain)) found.from = null;
  // Somebody who pays in one place and goes to another leaves the first.
  if (found.from === undefined && found.to !== undefined && work !== undefined && work !== found.to) found.from = work;
  if (found.to === undefined && found.from !== undefined && work !== undefined && work !== found.from) found.to = work;
  return found;
}

const SCHEMES = {
  overlapMonths: /(?:重叠|重复|两边都缴|overlap\w*)\D{0,10}$/,
  residentMonths: /(?:居民|新农保|农保|城乡|resident\w*)[^\d,，。;；]{0,14}$/,
  employeeMonths: /(?:职工|企业|employee\w*)[^\d,，。;；]{0,14}$/,
} as const;

/** "职工养老缴了185个月，居民60个月"; in English the scheme stands behind: "185 months as an employee". */
function schemesIn(digits: string): Pick<CaseFacts, keyof typeof SCHEMES> {
  const found: { -readonly [K in keyof typeof SCHEMES]?: number } = {};
  for (const { months, at, end } of readDurations(digits)) {
    const before = digits.slice(0, at);
    const behind = digits.slice(end);
    const after = /^\s+in both/.test(behind)
      ? 'overlap'
      : /^\s+(?:as an?|in the|of)\s+(employee|resident|overlap)/.exec(behind)?.[1];
    const name =
      after === undefined
        ? (['overlapMonths', 'residentMonths', 'employeeMonths'] as const).find((one) => SCHEMES[one].test(before))
        : (`${after}Months` as keyof typeof SCHEMES);
    if (name !== undefined) found[name] ??= months;
  }
  return found;
}

/** Months of a named scheme are no months of a province. */
function withoutSchemes(digits: string): string {
  return /职工|企业|employee/.test(digits) && /居民|农保|城乡|resident/.test(digits) ? '' : digits;
}

function answersIn(plain: string): CaseFacts {
  const atAge = /(?:还?没|不)到(?:了)?(?:退休年?龄|年龄|龄|岁数)|not (?:yet )?reached|before retirement age/.test(plain)
    ? false
    : /(?:已经?|刚)?到(?:了)?(?:退休年?龄|龄)(?!时)|reached (?:the )?retirement age/.test(plain)
      ? true
      : undefined;
  return defined({
    atAge,
    approved: /批准调动|组织调动|调令|approved (?:move|transfer)/.test(plain) ? true : undefined,
    receiving: /已经?在?领(?:着|了)?(?:养老金|退休金)|already (?:draw|get|receive)/.test(plain) ? true : undefined,
  });
}

function amountsIn(digits: string, temporary: boolean): CaseFacts {
  const index = /指数\D{0,6}(\d(?:\.\d+)?)|index\D{0,6}(\d(?:\.\d+)?)/.exec(digits);
  const indexValue = index?.[1] ?? index?.[2];
  const paid = temporary
    ? {
        employer: amountAfter('单位缴|单位交|employer', digits),
        employee: amountAfter('个人缴|个人交|自己缴|employee|by me', digits),
        interest: amountAfter('利息|interest', digits),
      }
    : {};
  return defined({
    base: amountAfter('计发基数|\\bbase', digits),
    index: indexValue === undefined ? undefined : Number(indexValue),
    since1998: temporary ? undefined : amountAfter('账户|account|balance', digits),
    before1998: amountAfter('(?:19)?98年以?前', digits),
    ...paid,
  });
}

function retiringAge(digits: string): number | undefined {
  const match = /(\d{2})岁(?:(\d{1,2})个月)?(?:时|才|就)?(?:退休|领)|retir\w*\s+at\s+(\d{2})/.exec(digits);
  if (!match) return undefined;
  return Number(match[1] ?? match[3]) * 12 + Number(match[2] ?? 0);
}
