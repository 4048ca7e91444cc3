/** A message with its numbers in figures: "十年零三个月" → "10年3个月", "eleven years" → "11 years". What is read, is read in it. */
import { simplify } from '../../matching/index.ts';
import { recogniseNumbers } from './recognisers.ts';

export interface Prepared {
  /** Half width, small letters, simplified characters; numbers as they were written. */
  readonly plain: string;
  /** The same with numbers in figures. */
  readonly digits: string;
}

const CHINESE_NUMBER = /[一二两三四五六七八九十百千]/;
const ENGLISH_NUMBER =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half)\b/;
const FIGURES = '〇一二三四五六七八九';

export async function prepare(message: string): Promise<Prepared> {
  const plain = simplify(message).trim();
  return { plain, digits: await withDigits(plain) };
}

async function withDigits(plain: string): Promise<string> {
  const text = plain
    // 二〇一五年, 八三年: read figure by figure.
    .replace(/[零〇一二三四五六七八九]{4}(?=年)|(?<![十百千])[零〇五六七八九][零〇一二三四五六七八九](?=年)/g, spell)
    // 十年零三个月: the zero joins two numbers and is none itself.
    .replace(/([年岁])零/g, '$1');
  if (!CHINESE_NUMBER.test(text) && !ENGLISH_NUMBER.test(text)) return text;
  let written = '';
  let done = 0;
  for (const { at, end, value } of await recogniseNumbers(text)) {
    const word = text.slice(at, end);
    // "半" stays: it halves the unit before or after it. Figures stay as they are: 3万5 is read elsewhere.
    if (word === '半' || word === 'half' || /\d/.test(word)) continue;
    written += text.slice(done, at) + value;
    done = end;
  }
  return written + text.slice(done);
}

function spell(figures: string): string {
  return [...figures].map((one) => (one === '零' ? 0 : FIGURES.indexOf(one))).join('');
}
