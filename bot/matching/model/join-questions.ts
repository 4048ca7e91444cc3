/**
 * Two ways of asking joined to one message, as people join them: what "two questions" is learnt from. Deterministic.
 */
import type { Asked } from '../../knowledge/index.ts';
import { seededRandom } from './seeded-random.ts';

export interface Joined {
  readonly text: string;
  readonly first: Asked;
  readonly second: Asked;
}

/** How often each is used follows what people do: most just go on. */
const CHINESE_JOINTS = [
  '，',
  '，',
  '，',
  ' ',
  ' ',
  '',
  '',
  '？',
  '？',
  '。',
  '，还有',
  '，另外',
  '，顺便问下',
  '？还有',
  '\n',
];
const LATIN_JOINTS = [', ', ', and ', '? ', '? also ', ' and ', '. '];

/** A pair longer than this is no message on a phone. */
const LONGEST = 90;

/** @param ways of entries only, of one voice @param count pairs wanted; fewer where there are few ways */
export function joinQuestions(ways: readonly Asked[], count: number): Joined[] {
  const random = seededRandom(11);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const byScript = [ways.filter((way) => !isLatin(way)), ways.filter(isLatin)] as const;
  const joined: Joined[] = [];
  for (let tries = 0; tries < count * 4 && joined.length < count; tries += 1) {
    const latin = random() * ways.length < byScript[1].length;
    const first = pick(byScript[latin ? 1 : 0]);
    const second = pick(byScript[latin ? 1 : 0]);
    if (!first || !second || first.of === second.of) continue;
    const joint = pick(latin ? LATIN_JOINTS : CHINESE_JOINTS) ?? ' ';
    const text = `${first.text.replace(/[，,。.？?！!\s]+$/, '')}${joint}${second.text}`;
    if (text.length <= LONGEST) joined.push({ text, first, second });
  }
  return joined;
}

function isLatin({ style }: Asked): boolean {
  return style === 'english' || style === 'pinyin';
}
