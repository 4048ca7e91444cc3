/** Pairs of questions to learn from: as people join them, the same at every training. */
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { addTails, joinQuestions } from '../../../bot/matching/model/join-questions.ts';

const ways = loadEdition('knowledge').asked.filter(({ kind }) => kind === 'entry');

describe('Joined questions', () => {
  const joined = joinQuestions(ways, 200);

  it('are as many as wanted, of two entries each, and short enough to be typed', () => {
    expect(joined).toHaveLength(200);
    for (const { first, second, text } of joined) {
      expect(first.of).not.toBe(second.of);
      expect(text.length).toBeLessThanOrEqual(90);
      expect(text.endsWith(second.text)).toBe(true);
    }
  });

  it('are of one script', () => {
    const isLatin = ({ style }: { style: string }) => style === 'english' || style === 'pinyin';
    for (const { first, second } of joined) expect(isLatin(first)).toBe(isLatin(second));
  });

  it('are the same twice', () => expect(joinQuestions(ways, 200)).toEqual(joined));

  it('are fewer where there are none to join', () => expect(joinQuestions(ways.slice(0, 1), 5)).toEqual([]));
});

describe('Stories with a tail', () => {
  const tailed = addTails(ways, 100);

  it('are stories of one entry, with a bare question behind, and the same twice', () => {
    expect(tailed.length).toBeGreaterThan(50);
    const stories = ways.filter(({ style }) => style === 'situation' || style === 'voice').map(({ text }) => text);
    for (const text of tailed)
      expect(stories.some((story) => text.startsWith(story.replace(/[，,。.？?！!\s]+$/, '')))).toBe(true);
    expect(addTails(ways, 100)).toEqual(tailed);
  });

  it('are none where nobody tells a story', () => expect(addTails([], 5)).toEqual([]));
});
