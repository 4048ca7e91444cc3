/**
 * Numbers of the law come from dated parameters. A bare one in a text is an error: it would stay when the law changes.
 * A story may have its own numbers, so `example` is free; so are Chinese counting words (三条路), but not 十五年.
 */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import { perEntry } from './per-entry.ts';
import { textsOf } from './walk-texts.ts';

const HOLE = /\{\{[^}]*\}\}/g;
const DIGITS = /\d[\d.,]*/;
const CHINESE =
  /[一二三四五六七八九十百千两半]+(?:个)?(?:多)?(?:周岁|岁|年(?![份代龄轻度])|月(?!份)|工作日|日|天|元|倍|%)/;
const ENGLISH =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty)\b(?=[ -](?:working |calendar )?(?:years?|months?|days?|per ?cent|yuan)\b)/i;
/** Words that look like a number with a unit and are none: 一年一年, 每一天, 同一天, 一天, 百年 … */
const IDIOM =
  /(?:同一|每一|这一|那一|哪一|某一|第一|上一|下一|前一|头一|最后一|一)(?:年|天|日|个月|月)|一年到头|一天天|一年年/g;

export function checkNumbers({ entries }: EditionFiles): Problem[] {
  return entries.flatMap(bareNumbersIn);
}

const bareNumbersIn = perEntry(({ yaml, value }) =>
  textsOf(value)
    .filter(({ role }) => role !== 'example')
    .flatMap(({ text, path }) =>
      Object.entries(text).flatMap(([language, words]) => {
        const bare = bareNumber(words);
        return bare ? [yaml.problem('bare-number', [...path, language], { bare })] : [];
      }),
    ),
);

/** @returns the first number of a text that no parameter gives, or undefined. */
export function bareNumber(words: string): string | undefined {
  const free = words.replace(HOLE, '□').replace(IDIOM, '□');
  return (DIGITS.exec(free) ?? CHINESE.exec(free) ?? ENGLISH.exec(free))?.[0];
}
