/**
 * A simplified text → units: characters, words, pinyin syllables, and classes for what varies from person to person
 * (a place, a number, a year), so that "在义乌3年" and "在东莞八年" read alike. The numbers themselves are kept aside:
 * 12 %, 40, 15 years and 12333 mean something here.
 */
import { NameTrie } from './name-trie.ts';
import { syllableOf } from './pinyin-syllables.ts';
import type { SplitPinyin } from './split-pinyin.ts';

/** One unit: `form` is what is written ('' for a syllable typed as pinyin), `sound` how it is said ('' for a word). */
export interface Unit {
  readonly form: string;
  readonly sound: string;
}

export interface UnitText {
  readonly units: readonly Unit[];
  /** Numbers as written with their measure: "15年", "12%", "12333". */
  readonly numbers: readonly string[];
  readonly script: 'chinese' | 'english' | 'pinyin';
}

/** Capital letters cannot come from a text in small letters, so they are free to name the classes. */
export const PLACE: Unit = { form: 'P', sound: 'P' };
export const NUMBER: Unit = { form: 'N', sound: 'N' };
export const YEAR: Unit = { form: 'Y', sound: 'Y' };
export const BREAK: Unit = { form: ' ', sound: ' ' };

export interface UnitReader {
  readonly places: NameTrie<true>;
  /** Place names as syllables, for pinyin. */
  readonly placeSounds: NameTrie<true>;
  readonly splitPinyin: SplitPinyin;
  /** Words that English ways of asking use; what is none of them and can be split is pinyin. */
  readonly englishWords: ReadonlySet<string>;
}

const HANZI = /[\u3400-\u9fff]/;
const LETTER = /[a-zü'’]/;
const DIGIT = /[0-9]/;
/** Chinese numerals count as a number only before a measure: 十五年, but not 一次性 or 三方. */
const CHINESE_NUMBER = /^[一二三四五六七八九十百千两半几]+(?=年|个|月|岁|块|元|万|千|百|天|日|省|家|号|份|处|周|次|趟|分|多|来)/;
const MEASURE = /^(?:个?月|年|岁|%|块|元|万|天|日|号|个省|个工作日|周|分)/;
const BARE_ONE = /^(?:一次|一个(?!月)|一份|一家|一天|一号|一处|一趟|一分|一周|一千|一百|几个|几家|几次|几趟|两次|一日)/;

export function readUnits(text: string, reader: UnitReader): UnitText {
  const units: Unit[] = [];
  const numbers: string[] = [];
  const script = scriptOf(text, reader);
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (HANZI.test(character)) {
      const place = reader.places.longestAt(text, at);
      if (place) {
        units.push(PLACE);
        at += place.length;
        continue;
      }
      const rest = text.slice(at, at + 8);
      const number = BARE_ONE.test(rest) ? undefined : CHINESE_NUMBER.exec(rest)?.[0];
      if (number) {
        units.push(NUMBER);
        at += number.length;
        numbers.push(`${chineseValue(number)}${MEASURE.exec(text.slice(at, at + 4))?.[0] ?? ''}`);
        continue;
      }
      units.push({ form: character, sound: syllableOf(character) });
      at += 1;
    } else if (DIGIT.test(character)) {
      const digits = /^[0-9]+(?:[.,][0-9]+)*/.exec(text.slice(at, at + 20))?.[0] ?? character;
      at += digits.length;
      const measure = MEASURE.exec(text.slice(at, at + 4))?.[0] ?? '';
      numbers.push(`${digits}${measure}`);
      if (/^(?:19|20)\d\d$/.test(digits)) units.push(YEAR);
      else if (/^\d{5}$/.test(digits) && digits.startsWith('12')) units.push({ form: digits, sound: digits });
      else units.push(NUMBER);
    } else if (LETTER.test(character)) {
      const word = /^[a-zü'’]+/.exec(text.slice(at, at + 60))?.[0] ?? character;
      const place = script === 'pinyin' ? undefined : reader.places.longestAt(text, at);
      if (place && place.length >= word.length && !/[a-z]/.test(text[at + place.length] ?? '')) {
        units.push(PLACE);
        at += place.length;
        continue;
      }
      at += word.length;
      readWord(word, script, reader, units);
    } else {
      if (units.at(-1) !== BREAK && units.length > 0 && !(script !== 'chinese' && /\s/.test(character))) units.push(BREAK);
      at += 1;
    }
  }
  return { units: script === 'chinese' ? units : maskPlaceSounds(units, reader), numbers, script };
}

function readWord(word: string, script: UnitText['script'], reader: UnitReader, units: Unit[]): void {
  const letters = word.replace(/ü/g, 'v').replace(/['’]/g, '');
  const syllables =
    script === 'english' || (script === 'chinese' && (letters.length < 2 || reader.englishWords.has(letters)))
      ? undefined
      : reader.splitPinyin(letters);
  if (syllables) for (const sound of syllables) units.push({ form: '', sound });
  else if (letters) units.push({ form: letters, sound: '' });
}

function maskPlaceSounds(units: readonly Unit[], reader: UnitReader): Unit[] {
  const sounds = units.map((unit) => unit.sound);
  const masked: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const place = units[at]?.form === '' ? reader.placeSounds.longestAt(sounds, at) : undefined;
    if (place) masked.push(PLACE);
    else masked.push(units[at] ?? BREAK);
    at += place?.length ?? 1;
  }
  return masked;
}

/** Letters alone may be English or pinyin: it is pinyin when most of them split and few are words of English. */
function scriptOf(text: string, reader: UnitReader): UnitText['script'] {
  const words = text.match(/[a-zü'’]+/g) ?? [];
  let hanzi = 0;
  for (const character of text) if (HANZI.test(character)) hanzi += 1;
  let letters = 0;
  let split = 0;
  let english = 0;
  for (const word of words) {
    letters += word.length;
    const plain = word.replace(/ü/g, 'v').replace(/['’]/g, '');
    if (reader.englishWords.has(plain)) english += word.length;
    else if (reader.splitPinyin(plain)) split += word.length;
  }
  if (hanzi > 0 && (hanzi * 3 >= letters || split > english)) return 'chinese';
  if (letters === 0) return 'chinese';
  return split > (letters - split) * 0.8 ? 'pinyin' : 'english';
}

const VALUES: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};

/** 十五 → 15, 二十 → 20; what is not that simple stays as written. */
function chineseValue(numeral: string): string {
  const simple = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(numeral);
  if (!simple) return numeral;
  const [, tens, ten, ones] = simple;
  if (!ten) return String(VALUES[numeral] ?? numeral);
  return String((tens ? (VALUES[tens] ?? 1) : 1) * 10 + (ones ? (VALUES[ones] ?? 0) : 0));
}
