/** 繁體 as a reader in Hong Kong or Taiwan meets it: words that were once converted wrong, and characters that must not be left. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as OpenCC from 'opencc-js/cn2t';
import { parse } from 'yaml';
import { loadEdition, toTraditional } from '../../bot/knowledge/index.ts';

const edition = loadEdition('knowledge');
const OVERLAYS = 'knowledge/overlays';

/** Every text of a value, as 繁體: the author's own, else converted. */
function traditionalIn(value: unknown): string[] {
  if (value instanceof Map) return [...value.values()].flatMap(traditionalIn);
  if (Array.isArray(value)) return value.flatMap(traditionalIn);
  if (typeof value !== 'object' || value === null) return [];
  const text = value as Readonly<Record<string, unknown>>;
  const own = text['zh-Hant'];
  const simplified = text['zh-CN'];
  if (typeof own === 'string') return [own];
  if (typeof simplified === 'string') return [toTraditional(edition, simplified)];
  return Object.values(text).flatMap(traditionalIn);
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.join(folder, name));
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const wordingFiles = readdirSync('locales/zh-CN').filter((file) => file.endsWith('.json'));

/** Where a text stands → the texts. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'the edition': [
    ...traditionalIn(edition),
    ...[...edition.sources.values()].map(({ number }) => toTraditional(edition, number ?? '')),
  ],
  'the names of places': [...edition.regions.values()].flatMap(({ zh_hant, cities }) => [
    ...Object.values(zh_hant),
    ...cities.map(({ name }) => toTraditional(edition, name)),
  ]),
  'the overlays': yamlFiles(OVERLAYS).flatMap((file) => traditionalIn(parse(readFileSync(file, 'utf8')))),
  'the wording': readdirSync('locales/zh-Hant').map((file) => readFileSync(`locales/zh-Hant/${file}`, 'utf8')),
};

/** What of the texts a pattern meets, with its neighbours. */
const meets = (texts: readonly string[], pattern: RegExp): string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 6), index + 6)),
  );

describe('A word converted to 繁體', () => {
  it.each([
    // 发 is paid out, not hair
    ['养老保险基金发的钱', '養老保險基金發的錢'],
    ['失业金发到法定退休年龄', '失業金發到法定退休年齡'],
    ['领上以后不能再换发放地', '領上以後不能再換發放地'],
    // 并 is "and" or "together"
    ['审核并发出同意接收函', '審核並發出同意接收函'],
    ['归集并发放', '歸集並發放'],
    ['年限不合并、不折算', '年限不合併、不折算'],
    ['账户的钱并过来', '帳戶的錢併過來'],
    ['全部并进职工个人账户', '全部併進職工個人帳戶'],
    ['后来并进城乡居民养老保险', '後來併進城鄉居民養老保險'],
    ['办结并通知你', '辦結並通知你'],
    // 干 is work
    ['完全干不了活', '完全幹不了活'],
    ['军龄不会白干', '軍齡不會白幹'],
    ['干没干过、干了多久', '幹沒幹過、幹了多久'],
    ['女干部', '女幹部'],
    ['若干规定', '若干規定'],
    // 里 is inside, but not in the name of a place
    ['在哪里干的', '在哪裡幹的'],
    ['钱不在卡里，卡丢了也不会少', '錢不在卡裡，卡丟了也不會少'],
    ['从工资里扣', '從工資裡扣'],
    ['阿里地区', '阿里地區'],
    // 了, 签, 致, 复, 布, 系, 准, 划, 余, 后, 面, 制, 周, 历
    ['法律写明了哪几种情况', '法律寫明了哪幾種情況'],
    ['别再签放弃的纸；签过的，先留一份', '別再簽放棄的紙；簽過的，先留一份'],
    ['非因工致残', '非因工致殘'],
    ['申请行政复议', '申請行政復議'],
    ['恢复年限，重复缴费，书面答复', '恢復年限，重複繳費，書面答覆'],
    ['回复“人工”', '回覆「人工」'],
    ['各省每年公布', '各省每年公布'],
    ['养老保险关系，联系函', '養老保險關係，聯繫函'],
    ['批准调动，以记录为准', '批准調動，以記錄為準'],
    ['把钱划出去，划算', '把錢劃出去，划算'],
    ['单位划进来的', '單位劃進來的'],
    ['账户余额', '帳戶餘額'],
    ['退休以后，书面', '退休以後，書面'],
    ['制度，制衣厂，家具厂', '制度，製衣廠，家具廠'],
    ['满60周岁', '滿60週歲'],
    ['日历，病历，历年', '日曆，病歷，歷年'],
    ['征收机构', '徵收機構'],
    ['占线', '佔線'],
    ['尽量别断', '儘量別斷'],
    ['几点钟，范围', '幾點鐘，範圍'],
    // places and names of people
    ['沈阳、台州、岳阳、咸宁、周口', '瀋陽、台州、岳陽、咸寧、周口'],
    ['小沈、小姜、老郝、老邹、小范', '小沈、小姜、老郝、老鄒、小范'],
    // terms of mainland law stay what they are
    ['社会保障卡、个人账户、统筹基金、参保缴费凭证', '社會保障卡、個人帳戶、統籌基金、參保繳費憑證'],
    ['视同缴费年限、计发基数、待遇领取地', '視同繳費年限、計發基數、待遇領取地'],
    ['身份证、户口本、网上申请', '身份證、戶口本、網上申請'],
    // words that Hong Kong and Taiwan call otherwise
    ['在国家平台登录、打印', '在國家平台登入、列印'],
    ['陌生链接', '陌生連結'],
    // quotation marks
    ['意思是“我同意接收”', '意思是「我同意接收」'],
  ])('%s is %s', (simplified, traditional) => {
    expect(toTraditional(edition, simplified)).toBe(traditional);
  });
});

describe.each(Object.entries(PLACES))('繁體 in %s', (_place, texts) => {
  it('has no character that exists only in 简体', () => {
    const convert = OpenCC.Converter({ from: 'cn', to: 'tw' });
    // Of both scripts; where they are right, the next test says.
    const shared = new Set('准台干划里余岳咸');
    const left = texts.filter((text) => [...text].some((one) => !shared.has(one) && convert(one) !== one));
    expect(left).toEqual([]);
  });

  it('uses the shared characters only in the words where they are right', () => {
    const elsewhere = /(?<!批)准|(?<!若)干|划(?!算)|(?<!阿)里|(?<!新)余|(?<!平)台(?!州)|岳(?!陽)|咸(?![陽寧])/g;
    expect(meets(texts, elsewhere)).toEqual([]);
  });

  it('has none of the characters that were a wrong choice wherever they stood', () => {
    expect(meets(texts, /髮|合並|明瞭|緻|籤|乾|佈|賬|裏|着|傢|複議|平臺/g)).toEqual([]);
  });

  it('quotes with 「」', () => {
    expect(meets(texts, /[“”‘’]/g)).toEqual([]);
  });
});

describe('The wording in 繁體', () => {
  it('names itself when a person chooses it', () => {
    expect(readJson('locales/zh-Hant/chat.json')).toMatchObject({ language: { set: '好，用繁體中文。' } });
  });

  it.each(wordingFiles)('%s is what the converter makes of 简体 today', (file) => {
    const converted: unknown = JSON.parse(toTraditional(edition, readFileSync(`locales/zh-CN/${file}`, 'utf8')));
    expect(readJson(`locales/zh-Hant/${file}`)).toEqual(converted);
  });
});
