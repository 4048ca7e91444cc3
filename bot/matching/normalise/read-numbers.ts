/** Numbers in a text, in digits or Chinese numerals, with the measure that follows: "十五年" and "15年" are one. */

export interface FoundNumber {
  /** Length of the number in the text, without its measure. */
  readonly length: number;
  /** Value in digits with the measure: "15年", "12%", "1998". */
  readonly written: string;
}

/** Chinese numerals count as a number only before a measure: 十五年, but not 一次性 or 三方. */
const CHINESE_NUMBER =
  /[一二三四五六七八九十百千两半几]+(?=年|个|月|岁|块|元|万|千|百|天|日|省|家|号|份|处|周|次|趟|分|多|来)/y;
/** What looks like a number but is part of a word. */
const NO_NUMBER =
  /(?:一次|一个(?!月)|一份|一家|一天|一号|一处|一趟|一分|一周|一千|一百|几个|几家|几次|几趟|两次|一日)/y;
const DIGITS = /\d+(?:[.,]\d+)*/y;
const MEASURE = /(?:个?月|年|岁|%|块|元|万|天|日|号|个省|个工作日|周|分)/y;

export function numberAt(text: string, at: number): FoundNumber | undefined {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    const digits = matchAt(DIGITS, text, at);
    if (!digits) return undefined;
    return { length: digits.length, written: digits + (matchAt(MEASURE, text, at + digits.length) ?? '') };
  }
  if (!NUMERALS.has(text[at] ?? '') || matchAt(NO_NUMBER, text, at)) return undefined;
  const numeral = matchAt(CHINESE_NUMBER, text, at);
  if (!numeral) return undefined;
  return { length: numeral.length, written: inDigits(numeral) + (matchAt(MEASURE, text, at + numeral.length) ?? '') };
}

const NUMERALS: ReadonlySet<string> = new Set('一二三四五六七八九十百千两半几');
const DIGIT_VALUES = '零一二三四五六七八九';

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** 十五 → 15, 二十 → 20, 两 → 2; what is not below a hundred stays as written. */
function inDigits(numeral: string): string {
  const simple = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(numeral);
  if (!simple) return numeral;
  const [, tens, ten, ones] = simple;
  const digit = (character: string) => (character === '两' ? 2 : DIGIT_VALUES.indexOf(character));
  if (!ten) return tens && !ones ? String(digit(tens)) : numeral;
  return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
}
