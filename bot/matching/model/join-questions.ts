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

/** What a story ends in that is no question of its own: it asks about the story. */
const TAILS = [
  '怎么办',
  '怎么转',
  '怎么弄',
  '咋办',
  '咋整',
  '咋弄',
  '行不行',
  '可以吗',
  '能转吗',
  '要转吗',
  '怎么处理',
  '该找谁',
];
const LATIN_TAILS = ['what should I do', 'is that possible', 'how do I do that', 'zenme ban', 'keyi ma', 'zenme zhuan'];

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

/** @param ways of entries only, of one voice @returns stories with a tail: one question each */
export function addTails(ways: readonly Asked[], count: number): string[] {
  const random = seededRandom(13);
  const stories = ways.filter(({ style }) => style === 'situation' || style === 'voice');
  return Array.from({ length: Math.min(count, stories.length) }, () => {
    const story = stories[Math.floor(random() * stories.length)];
    const tails = story && isLatin(story) ? LATIN_TAILS : TAILS;
    return `${story?.text.replace(/[，,。.？?！!\s]+$/, '') ?? ''}，${tails[Math.floor(random() * tails.length)] ?? ''}`;
  }).filter((text) => text.length <= LONGEST);
}

function isLatin({ style }: Asked): boolean {
  return style === 'english' || style === 'pinyin';
}
