/** Which messages ask for the writer's own case, and which are ordinary questions however personal they sound. */
import { recogniseCase } from '../../../bot/conversation/case/recognise-case.ts';
import { type Edition, loadEdition } from '../../../bot/knowledge/index.ts';
import { createPlaceFinder, type FindPlaces } from '../../../bot/matching/index.ts';

let edition: Edition;
let findPlaces: FindPlaces;
beforeAll(() => {
  edition = loadEdition('knowledge');
  findPlaces = createPlaceFinder(edition);
});

const kindOf = (message: string, entries: readonly string[] = []) =>
  recogniseCase(message, entries, edition, findPlaces)?.kind;

it.each([
  ['我女，43，湖南户口，广东缴了11年浙江2年，退休去哪领', 'benefit-place'],
  ['在东莞交了十年零三个月，老家贵州，以后在哪里领养老金', 'benefit-place'],
  ['hukou Hunan, paid 11 years in Guangdong and 2 in Zhejiang, where will I draw my pension', 'benefit-place'],
  ['我女45岁，四川户口，从北京去上海上班，关系能转过去吗', 'transfer'],
  ['男，52，户口江西，从广东到浙江工作，是不是要开临时账户', 'transfer'],
  ['2022到2024年每月缴费工资5000，能转多少', 'amount'],
  ['2022年12个月一共48000元，个人账户余额13421.60元，能转多少钱？', 'amount'],
  ['临时账户单位缴了17280元，个人缴了8640元，利息612.34元，能转多少钱？', 'amount'],
  ['上个月18号申请的转移，最晚什么时候能办完', 'deadlines'],
  ['9月18日申请的，超期了吗', 'deadlines'],
  ['I applied on 18 September, when will it be done?', 'deadlines'],
  ['女工人，1983年5月生，哪年退休', 'retirement'],
  ['我男，75年3月出生，什么时候可以退休', 'retirement'],
  ['man, born in May 1970, when can I retire?', 'retirement'],
  ['缴了30年，计发基数8000，账户18万，每月大概能领多少', 'pension'],
  ['职工养老缴了10年，居民养老缴了8年，怎么转', 'schemes'],
])('a case: %s → %s', (message, kind) => {
  expect(kindOf(message)).toBe(kind);
});

it.each([
  '退休去哪领养老金',
  '我在东莞干了八年，老家河南，养老保险转过去要走哪些步骤',
  '在几个省缴过费，退休以后在哪里领',
  '我43岁了还能转吗',
  '转移要多少天办完',
  '15个工作日是怎么算的',
  '断缴3年还算吗',
  '1998年以前的怎么转',
  '女的50岁还能转到外省吗',
  '养老金大概多少钱',
  '缴满15年就能退休吗',
  'how long does a transfer take',
  'can I transfer my pension at 52',
  '电话13800138000，找工作人员',
])('no case: %s', (message) => {
  expect(kindOf(message, ['procedure-three-15-days'])).toBeUndefined();
});

it('takes two stays and a hukou for a question about the place, when that entry was matched', () => {
  const message = '湖南户口，广东缴了11年，浙江缴了2年';
  expect(kindOf(message, ['multiple-places'])).toBe('benefit-place');
  expect(kindOf(message, ['years-summed'])).toBeUndefined();
});
