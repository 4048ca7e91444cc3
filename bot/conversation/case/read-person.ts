/** Sex, age and birth in a message: "我女，43", "83年生", "1983年5月", "a woman born in May 1983". */
import type { CuesFile } from '../../knowledge/index.ts';
import type { Sex } from './facts.ts';
import { recogniseDays } from './recognisers.ts';
import type { Prepared } from './write-digits.ts';

export interface ReadPerson {
  readonly sex?: Sex;
  readonly age?: number;
  readonly birth?: string;
  readonly birthYear?: number;
  readonly post?: 'worker' | 'cadre';
}

/** @param asked the birth was just asked for, so that a month alone is one */
export async function readPerson(
  { plain, digits }: Prepared,
  cues: CuesFile['persons'],
  today: string,
  asked = false,
): Promise<ReadPerson> {
  const sex = sexOf(plain, cues);
  const post = postOf(plain);
  const birth = (await birthOf(digits, plain, today, asked)) ?? {};
  const age = ageOf(digits, sex !== undefined);
  return { ...(sex ? { sex } : {}), ...(post ? { post } : {}), ...birth, ...(age === undefined ? {} : { age }) };
}

/** The one named first; a single character only where it stands for the person: 女儿 and 男朋友 are somebody else. */
export function sexOf(plain: string, cues: CuesFile['persons']): Sex | undefined {
  const place = (sex: Sex) =>
    Math.min(...cues[sex].map((cue) => plain.search(cuePattern(cue))).map((at) => (at < 0 ? Infinity : at)));
  const [female, male] = [place('female'), place('male')];
  if (female === Infinity && male === Infinity) return undefined;
  return female <= male ? 'female' : 'male';
}

const patterns = new Map<string, RegExp>();

function cuePattern(cue: string): RegExp {
  let pattern = patterns.get(cue);
  if (!pattern) {
    if (/^[a-z]/.test(cue)) pattern = new RegExp(`\\b${cue}\\b`);
    else if (cue.length > 1) pattern = new RegExp(cue);
    else pattern = new RegExp(`(?<=^|[\\s,，。;；、:：是我成为的(（0-9岁])${cue}(?=$|[\\s,，。;；、)）0-9的性士职])`);
    patterns.set(cue, pattern);
  }
  return pattern;
}

export function postOf(plain: string): 'worker' | 'cadre' | undefined {
  if (/管理|技术岗|技术人员|技术员|干部|办公室|manag|technical|cadre/.test(plain)) return 'cadre';
  if (/工人|女工|普工|操作工|生产线|流水线|一线|worker/.test(plain)) return 'worker';
  return undefined;
}

const AGE =
  /(\d{1,3})\s*(?:周|虚)?岁|(?:今年|刚满|满|i'?m|i am|aged?)\s*(\d{2})(?!\d|\s*(?:年|个|months?|years? in))|(\d{2})[- ]?(?:years?|yrs?)[- ]old/;
/** "我女，43，": a number alone beside the sex. */
const BARE_AGE = /(?:^|[,，、\s女男])([1-9]\d)(?=$|[,，、。\s])/;

function ageOf(digits: string, withSex: boolean): number | undefined {
  const text = digits.replace(/(\d{2})岁(?:\d{1,2}个月)?(?:时|才|就)?(?:退休|领)|retir\w*\s+at\s+\d{2}/g, '');
  const said = AGE.exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
  const bare = withSex ? BARE_AGE.exec(text)?.[1] : undefined;
  const age = Number(said ?? bare);
  return Number.isFinite(age) && (said ?? bare) !== undefined ? age : undefined;
}

const BORN = /生|出生|生日|born|birth/;

async function birthOf(
  digits: string,
  plain: string,
  today: string,
  asked: boolean,
): Promise<Pick<ReadPerson, 'birth' | 'birthYear'> | undefined> {
  const cued = asked || BORN.test(digits);
  for (const match of digits.matchAll(
    /(?<year>(?:19|20)\d{2}|\d{2})\s*(?:年|[-/.])\s*(?<month>\d{1,2})(?:\s*(?:月份?|[-/.])\s*(?:(?<day>\d{1,2})\s*[日号]?)?)?/g,
  )) {
    const { year = '', month = '', day } = match.groups ?? {};
    const near = digits.slice(match.index, match.index + match[0].length + 6);
    const isMonth =
      match[0].includes('月') || asked || BORN.test(near) || /born\W*(?:in|on)?\W*$/.test(digits.slice(0, match.index));
    if (!isMonth || !(cued || /月(?:份)?的/.test(near))) continue;
    const birth = [fullYear(year, today), month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
    return { birth };
  }
  const year =
    /((?:19|20)\d{2}|\d{2})\s*年?\s*(?:生|出生|的(?=$|[,，。\s]))|born\s+(?:in\s+)?((?:19|20)\d{2})\b(?![-/])/.exec(
      digits,
    );
  const yearAlone = asked ? /^\D*((?:19|20)\d{2}(?=\s*年?\D*$)|\d{2}(?=\s*年\D*$))/.exec(digits)?.[1] : undefined;
  const found = year?.[1] ?? year?.[2] ?? yearAlone;
  if (found !== undefined) return { birthYear: Number(fullYear(found, today)) };
  if (!cued || !/[a-z]{3}|年前/.test(plain)) return undefined;
  const [named] = await recogniseDays(plain, today);
  const birth = named?.month ?? named?.days[0];
  return birth === undefined ? undefined : { birth };
}

/** 83 → 1983, 05 → 2005: nobody is asked about who isn't born yet. */
function fullYear(year: string, today: string): string {
  if (year.length === 4) return year;
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`;
}
