/**
 * A question → the same question as someone else might type it: other provinces, towns, years, a filler word, a slip of
 * the keyboard. They fill a set up to 100,000; they are far more alike than 100,000 people's questions would be.
 */
import { pinyin } from 'pinyin-pro';
import type { Asked, Edition } from '../../bot/knowledge/index.ts';
import type { Random } from './random.ts';

export type VaryQuestion = (way: Asked, random: Random) => string;

/** Said before or after a question without changing it; by style where a style has its own. */
const FILLERS = {
  chinese: {
    before: ['请问', '那个', '你好', '我想问一下', '麻烦问下', '老师', '唉', '就是', '您好请问', '想咨询下'],
    after: ['啊', '呢', '呀', '谢谢', '急', '？', '。。', '求解', '麻烦了', '哈'],
  },
  latin: {
    before: ['hi ', 'hello ', 'please ', 'qingwen ', 'ok so ', 'sorry '],
    after: [' pls', ' thanks', '??', ' xiexie', ' ok', '...'],
  },
};
const CHINESE_YEARS = ['一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十二', '十五', '十八', '二十'];

export function createVaryQuestion(edition: Pick<Edition, 'asked' | 'regions'>): VaryQuestion {
  const regions = [...edition.regions.values()];
  const provinces = createSwap(
    regions.map((region) => region.zh_hans.short),
    (name) => name,
  );
  const towns = createSwap(
    regions.flatMap((region) => region.cities.map((city) => city.short)),
    (name) => name,
  );
  const english = createSwap(
    regions.map((region) => region.en),
    (name) => `\\b${name}\\b`,
  );
  const homophones = findHomophones(edition.asked);
  return (way, random) => {
    const fillers = /\p{Script=Han}/u.test(way.text) ? FILLERS.chinese : FILLERS.latin;
    let text = swapYears(english(towns(provinces(way.text, random), random), random), random);
    if (random.integer(3) === 0) text = `${random.pick(fillers.before) ?? ''}${text}`;
    if (random.integer(3) === 0) text = `${text}${random.pick(fillers.after) ?? ''}`;
    return random.integer(2) === 0 ? slip(text, homophones, random) : text;
  };
}

/** Names of two characters and more that stand in a text → others of the same list. */
function createSwap(names: readonly string[], toPattern: (name: string) => string) {
  const long = [...new Set(names)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(long.map(toPattern).join('|'), 'giu');
  return (text: string, random: Random) => text.replace(pattern, (name) => random.pick(long) ?? name);
}

function swapYears(text: string, random: Random): string {
  return text
    .replace(/(?<!\d)19\d\d(?!\d)/g, () => `${1950 + random.integer(50)}`)
    .replace(/(?<!\d)20\d\d(?!\d)/g, () => `${2000 + random.integer(30)}`)
    .replace(/(?<!\d)\d{1,2}(?=\s*(?:年|岁|歲|years?|nian|sui))/g, () => `${random.integer(40) + 1}`)
    .replace(/(?:二?十[一二三四五六七八九]?|[一两三四五六七八九])(?=年)/gu, () => random.pick(CHINESE_YEARS) ?? '');
}

/** One slip: two letters changed round, one lost, one twice, or the wrong character of the right sound. */
function slip(text: string, homophones: ReadonlyMap<string, readonly string[]>, random: Random): string {
  const letters = [...text];
  if (letters.length < 4) return text;
  const at = random.integer(letters.length - 1);
  const letter = letters[at] ?? '';
  const sounding = homophones.get(letter);
  if (sounding && random.integer(2) === 0) letters[at] = random.pick(sounding) ?? letter;
  else {
    const kind = random.integer(3);
    if (kind === 0) letters.splice(at, 2, letters[at + 1] ?? '', letter);
    else if (kind === 1) letters.splice(at, 1);
    else letters.splice(at, 0, letter);
  }
  return letters.join('');
}

/** Characters of the edition by others of it that sound alike: what a pinyin keyboard gets wrong. */
function findHomophones(asked: readonly Asked[]): Map<string, string[]> {
  const characters = new Set(asked.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []));
  const bySound = Map.groupBy(characters, (character) => pinyin(character, { toneType: 'none' }));
  return new Map(
    [...bySound.values()]
      .flatMap((alike) =>
        alike.map((character): [string, string[]] => [character, alike.filter((other) => other !== character)]),
      )
      .filter(([, others]) => others.length > 0),
  );
}
