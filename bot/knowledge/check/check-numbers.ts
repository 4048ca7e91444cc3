/**
 * Numbers of the law come from dated parameters. A bare one in a text is an error: it would stay when the law changes.
 * A story has its own numbers, so of an `example` only the rates are looked at; free are also counting words (三条路),
 * but not 十五年.
 */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import { perEntry } from './per-entry.ts';
import { textsOf } from './walk-texts.ts';

const HOLE = /\{\{[^}]*\}\}/g;
/** Digits of any script and width, circled ones and Roman ones. */
const DIGITS = /[\p{Nd}\p{Nl}\p{No}][\p{Nd}.,]*/u;

const NUMERAL = '[〇零一二两三四五六七八九十百千万亿半几廿卅壹贰叁肆伍陆柒捌玖拾佰仟]';
const UNIT =
  '(?:周岁|岁|年(?![份代龄轻度])|月(?!份)|工作日|日(?!常|子)|天|星期|周(?![岁末围边到一二三四五六日])|元|块|倍|成(?![年为立了一])|%)';
const CHINESE = new RegExp(
  [
    `${NUMERAL}+分之${NUMERAL}+`,
    `(?!几)${NUMERAL}+(?:来|多|几)?个?(?:多|半)?${UNIT}`,
    // An age or a limit whose unit goes without saying: 年满六十, 十五个以内.
    '[一二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]|[一二三四五六七八九][百千]',
    '双倍|翻倍|翻番',
  ].join('|'),
);

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten';
/** Nothing but a number of the law is so large and so round. */
const LARGE =
  'eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|fortnight';
const SPAN = '(?:working |calendar )?(?:years?|months?|days?|weeks?)';
const ENGLISH = new RegExp(
  [
    `\\b(?:${LARGE})(?:s|th|ieth|fth)?\\b`,
    `\\b(?:${SMALL})(?=[ -](?:${SPAN}|per ?cent|yuan|times(?! □))\\b)`,
    `\\b(?:one|two|three|a)[ -](?:third|quarter|fifth|tenth)s?\\b`,
    `\\bhalf (?:a|an|of|the) ?(?:year|month|wage)?`,
    `\\b(?:within|less than|more than|at least|at most|up to|under|over) an? ${SPAN}\\b`,
    `\\ban? ${SPAN} (?:ahead|before|earlier|later|in advance|at most|at least)\\b`,
    '\\btwice (?:the|as|that)\\b',
  ].join('|'),
  'i',
);
/** Words that look like a number with a unit and are none: 每一天, 同一天, 每缴满一年, 一年到头 … */
const IDIOM =
  /(?:同一|每一|这一|那一|哪一|某一|第一|上一|下一|(?<!提)前一|头一|最后一|早一|晚一)个?(?:年|天|日|月)|每(?:多|再)?缴?满?一年|一年到头|一天天|一年年|一年一[年步次]|一月一月/g;

export function checkNumbers({ entries }: EditionFiles): Problem[] {
  return entries.flatMap(bareNumbersIn);
}

const bareNumbersIn = perEntry(({ yaml, value }) =>
  textsOf(value).flatMap(({ role, text, path }) =>
    Object.entries(text).flatMap(([language, words]) => {
      const bare = role === 'example' ? bareRate(words) : bareNumber(words);
      return bare ? [yaml.problem('bare-number', [...path, language], { bare })] : [];
    }),
  ),
);

/**
 * A story has its own wages and years, but rates are the law's, unless it says that it only supposes one. Ages and
 * months of a story are worked out again from its `case`, with the parameters of its days.
 * @returns the first such rate, or undefined
 */
export function bareRate(story: string): string | undefined {
  return story
    .replace(HOLE, '□')
    .normalize('NFKC')
    .split(/[。；]|(?<=[.;:]) /)
    .filter((sentence) => !/假定|suppose/i.test(sentence))
    .map((sentence) => /\d[\d.]*\s*%|百分之[〇一二三四五六七八九十百]+/.exec(sentence)?.[0])
    .find((rate) => rate !== undefined);
}

/** @returns the first number of a text that no parameter gives, or undefined. */
export function bareNumber(words: string): string | undefined {
  const own = words.replace(HOLE, '□');
  // Full-width signs and hyphens that do not break are the same as ours.
  const free = own.normalize('NFKC').replace(/[‐‑]/g, '-').replace(IDIOM, '□');
  return (DIGITS.exec(own) ?? CHINESE.exec(free) ?? ENGLISH.exec(free))?.[0];
}
