/**
 * Raw facts → words of a language. The last word of a fact's name says what it is, so that a rule hands over plain data
 * and a translator only meets finished words: `placeRegion` → 广东, `paidMonths` → 126个月 (and `paidMonthsLong` → 10年6个月),
 * `statutoryMonth` → 2031年11月, `dueDay` → 2026年10月15日, `totalYuan` → 32,861.60元, `statutoryAge` → 61岁5个月.
 */
import { type Edition, type Language, toTraditional, writeDate, writeMonth } from '../knowledge/index.ts';
import { DAY } from './fields.ts';
import type { Facts } from './outcome.ts';

/** Words by key, as `bot/wording` gives them. */
export type Say = (key: string, facts?: Readonly<Record<string, string | number>>) => string;

/** What is said, and in which language. */
export interface Tongue {
  readonly edition: Edition;
  readonly language: Language;
  readonly say: Say;
}

type Writer = (tongue: Tongue, value: string | number) => string;

const WRITERS: readonly (readonly [RegExp, Writer])[] = [
  [/Region$/, (tongue, value) => regionName(tongue, String(value))],
  [/Months$/, ({ say }, value) => count(say, 'months', Number(value))],
  [/Years$/, ({ say }, value) => count(say, 'years', Number(value))],
  [/Days$/, ({ say }, value) => count(say, 'working-days', Number(value))],
  [/Month$/, ({ language }, value) => (value === '' ? '' : writeMonth(String(value), language))],
  [/Day$/, ({ language }, value) => writeDayOrMonth(String(value), language)],
  [/Yuan$/, ({ say, language }, value) => say('case:unit.yuan', { amount: groupDigits(String(value), language) })],
  [/Percent$/, (_tongue, value) => `${value}%`],
  [/Age$/, ({ say }, value) => duration(say, Number(value), 'age')],
];

/** @returns the facts with their words; `…Months` also as years and months, under `…MonthsLong` */
export function sayFacts(tongue: Tongue, facts: Facts): Record<string, string | number> {
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    const writer = WRITERS.find(([ending]) => ending.test(name));
    words[name] = writer ? writer[1](tongue, value) : value;
    if (name.endsWith('Months')) words[`${name}Long`] = duration(tongue.say, Number(value), 'years');
  }
  return words;
}

/** 广东 / 廣東 / Guangdong; an id that the edition doesn't know stays as it is. */
export function regionName({ edition, language }: Tongue, id: string): string {
  const region = edition.regions.get(id);
  if (!region) return id;
  if (language === 'en') return region.en;
  return language === 'zh-Hant' ? region.zh_hant.short : region.zh_hans.short;
}

/** `gbf-2009-66#6.2` → 国办发〔2009〕66号 第六条第（二）项. A document without a number goes by its title. */
export function sourceName({ edition, language }: Tongue, ref: string): string {
  const document = edition.sources.get(ref.split('#')[0] ?? '');
  const article = articleName({ edition, language }, ref);
  if (!document) return ref;
  const title = inLanguage(edition, language, document.title);
  const name = document.number ?? (language === 'en' ? title : `《${title}》`);
  return [language === 'zh-Hant' ? toTraditional(edition, name) : name, article].filter(Boolean).join(' ');
}

/** 第六条第（二）项 / Art. 6(2); nothing where a document is cited as a whole. */
export function articleName({ edition, language }: Pick<Tongue, 'edition' | 'language'>, ref: string): string {
  const [id = '', part = ''] = ref.split('#');
  if (part === 'whole') return '';
  const article = edition.sources.get(id)?.articles.find((one) => one.id === part);
  return article ? inLanguage(edition, language, article.name) : part;
}

function inLanguage(
  edition: Edition,
  language: Language,
  text: { 'zh-CN': string; 'zh-Hant'?: string | undefined; en?: string | undefined },
): string {
  if (language === 'zh-Hant') return text['zh-Hant'] ?? toTraditional(edition, text['zh-CN']);
  return text[language] ?? text['zh-CN'];
}

function count(say: Say, unit: 'months' | 'years' | 'working-days', value: number): string {
  return say(`case:unit.${unit}`, { count: value });
}

/** 126 → 10年6个月; 120 → 10年; 5 → 5个月. Of an age: 61岁5个月. */
function duration(say: Say, months: number, unit: 'years' | 'age'): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [
    ...(years > 0 || months === 0 ? [say(`case:unit.${unit}`, { count: years })] : []),
    ...(rest > 0 ? [say('case:unit.months', { count: rest })] : []),
  ];
  return parts.join(say('case:unit.join'));
}

function writeDayOrMonth(value: string, language: Language): string {
  if (value === '') return '';
  return DAY.test(value) ? writeDate(value, language) : writeMonth(value, language);
}

/** 32861.60 → 32,861.60. As text throughout: a number would lose fen. */
function groupDigits(amount: string, language: Language): string {
  const [whole = '0', fen = '00'] = amount.split('.');
  return `${new Intl.NumberFormat(language).format(BigInt(whole))}.${fen}`;
}
