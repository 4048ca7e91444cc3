/**
 * Whether a message asks for the writer's own case, by signs that cost nothing: what is asked ("退休去哪领") and enough of
 * the person to work it out. Reading it in full is for the case itself; an ordinary question only passes through here.
 */
import type { CaseKind, Edition } from '../../knowledge/index.ts';
import { type FindPlaces, simplify } from '../../matching/index.ts';

/** What is asked, by kind. The order matters: the narrower question first. */
const ASKED: readonly (readonly [CaseKind, RegExp])[] = [
  [
    'schemes',
    /居民.{0,24}职工|职工.{0,24}居民|新农保.{0,24}(?:职工|社保)|resident.{0,60}employee|employee.{0,60}resident/,
  ],
  [
    'amount',
    /(?:能|可以|要)?转(?:移|走|过去)?(?:的钱)?(?:有|是)?多少|多少钱.{0,8}转|转移金额|how much.{0,40}(?:mov|transfer)/,
  ],
  [
    'deadlines',
    /(?:什么时候|啥时候|几号|哪天|哪一天|最晚|多久|几天).{0,8}(?:办|完|好|转|到|结)|超(?:期|时|过)|逾期|该办完|by when|when.{0,30}(?:done|finish|ready|complete)|deadline|overdue|late/,
  ],
  [
    'benefit-place',
    /(?:在|去|到|回)?(?:哪里|哪儿|哪个省|哪个地方|哪边|哪)(?:里|儿)?.{0,6}(?:领|拿|发)|(?:领|拿|发).{0,10}(?:在哪|哪里|哪个省|哪儿|哪边)|领取地|where.{0,50}(?:draw|get|receive|collect|paid|pay|claim)|which province.{0,30}pay/,
  ],
  [
    'pension',
    /(?:能|可以|大概|估|每个?月|一个月).{0,10}(?:领|拿|发)(?:到)?多少|(?:养老金|退休金).{0,10}(?:多少|估)|how much.{0,40}pension|estimate.{0,20}pension/,
  ],
  [
    'retirement',
    /(?:什么时候|啥时候|哪年|哪一年|几岁|多大|何时|哪个月).{0,8}退休|退休.{0,10}(?:什么时候|啥时候|哪年|几岁|多大|哪个月)|when.{0,30}retire|what age.{0,30}retire/,
  ],
  [
    'transfer',
    /能不能转|能转|可以转|转得|转(?:不)?过去|转(?:移)?吗|临时账户|(?:can|does|will).{0,60}(?:mov|transfer)|temporary account/,
  ],
];

const LENGTH =
  /\b\d+ in [a-z]|(?:\d+|[一二两三四五六七八九十百]+|半)\s*(?:个月|年)|\d+\s*(?:months?|years?)\b|\b\w+\s(?:years|months)\b/g;
const SEX =
  /(?:^|[\s,，。;；、:：是我0-9])[男女](?=$|[\s,，。;；、0-9的性士工职])|女工|女职工|\b(?:wo)?man\b|\bfemale\b|\bmale\b|我[爸妈]|老[公婆]/;
const BIRTH =
  /\d{1,3}\s*周?岁|[一二三四五六七八九十]{2,3}岁|\d{2,4}年?\s*(?:\d{1,2}月)?(?:份)?(?:生|出生|的)|born|\d{2}[- ]years?[- ]old|aged? \d{2}|i'?m \d{2}/;
const BARE_AGE = /[男女][,，、\s]*[1-9]\d(?=$|[,，、。\s])/;
const APPLIED = /申请|受理|联系函|交.{0,4}材料|提交|递交|appl(?:y|ied)|submitted/;
const DAY =
  /\d{1,2}\s*[月./-]\s*\d{1,2}|[\d一二三四五六七八九十]+[号日](?!线)|上个?(?:月|周|星期|礼拜)|昨天|前天|今天|天前|周前|个月前|yesterday|today|last (?:week|month|mon|tue|wed|thu|fri)|\bago\b|\d(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const MONEY = /工资|基数|(?:账户|单位缴|单位交)\D{0,6}\d|\d{4}年?[^,，;；]{0,16}(?:一共|每个?月)|wage|salary|yuan/;
const FIGURE = /\d{3,}|\d万|[一二三四五六七八九十]+[万千]/;

/** Signs of what a message says of a person. */
interface Signs {
  readonly places: number;
  readonly hukou: boolean;
  readonly lengths: number;
  readonly sex: boolean;
  readonly birth: boolean;
  readonly text: string;
}

const ENOUGH: Readonly<Record<CaseKind, (signs: Signs) => boolean>> = {
  'benefit-place': ({ lengths, places, hukou }) => lengths > 0 && places > 0 && (hukou || lengths > 1),
  transfer: ({ places, sex, birth }) => places > 1 && sex && birth,
  amount: ({ text }) => MONEY.test(text) && FIGURE.test(text),
  deadlines: ({ text }) => APPLIED.test(text) && DAY.test(text),
  retirement: ({ sex, birth }) => sex && birth,
  pension: ({ text, lengths }) =>
    lengths > 0 && /基数|指数|\bbase\b|index|账户|balance/.test(text) && FIGURE.test(text),
  schemes: ({ lengths }) => lengths > 1,
};

/** No question, however long its story, needs more; and regular expressions work in proportion. */
const LONGEST = 400;

/**
 * @param entries ids matched or nearest, best first
 * @returns the kind to begin, with the entry it is counted under; undefined for an ordinary question
 */
export function recogniseCase(
  message: string,
  entries: readonly string[],
  edition: Edition,
  findPlaces: FindPlaces,
): { readonly kind: CaseKind; readonly entry: string | undefined } | undefined {
  if (message.length > LONGEST || !/[\d一二两三四五六七八九十]|yesterday|last |\w{3,}teen|twenty|thirty/i.test(message))
    return undefined;
  const text = simplify(message);
  const kind = ASKED.find(([, pattern]) => pattern.test(text))?.[0] ?? edition.entries.get(entries[0] ?? '')?.case;
  if (kind === undefined) return undefined;
  const signs = signsOf(text, findPlaces);
  if (!ENOUGH[kind](signs)) return undefined;
  // Only asked for by the entry that matched, and not in so many words: both the hukou and several stays must be there.
  const inWords = ASKED.some(([one, pattern]) => one === kind && pattern.test(text));
  if (!inWords && !(kind === 'benefit-place' && signs.hukou && signs.lengths > 1)) return undefined;
  return { kind, entry: entryOf(kind, entries, edition) };
}

/** The matched entry when it is about this kind, else the first of the edition that is. */
export function entryOf(kind: CaseKind, entries: readonly string[], edition: Edition): string | undefined {
  const ofKind = (id: string) => edition.entries.get(id)?.case === kind;
  return entries.find(ofKind) ?? [...edition.entries.keys()].find(ofKind);
}

function signsOf(text: string, findPlaces: FindPlaces): Signs {
  const places = findPlaces(text).filter(({ region }) => region !== undefined);
  return {
    places: new Set(places.map(({ region }) => region)).size,
    hukou: places.some(({ role }) => role === 'hukou') || /港澳台|没有?内地户/.test(text),
    lengths: text.match(LENGTH)?.length ?? 0,
    sex: SEX.test(text),
    birth: BIRTH.test(text) || BARE_AGE.test(text),
    text,
  };
}
