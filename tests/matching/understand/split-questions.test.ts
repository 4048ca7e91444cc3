/** Where a message may be two questions; whether it is, is for what the halves match to say. */
import { proposeHalves } from '../../../bot/matching/understand/split-questions.ts';

const halves = (message: string) => proposeHalves(message).map(({ first, second }) => [first, second]);

describe('Two questions in one message', () => {
  it.each([
    ['转移要多久？另外要带什么材料', '转移要多久？', '要带什么材料'],
    ['转移要收费吗，还有能让我弟代办不', '转移要收费吗，', '能让我弟代办不'],
    ['怎么查我缴了几年\n退休在哪领', '怎么查我缴了几年', '退休在哪领'],
    ['要多久 要带什么', '要多久', '要带什么'],
    ['How long does it take? And also what documents do I need', 'How long does it take?', 'what documents do I need'],
    ['how long does it take and what does it cost', 'how long does it take', 'what does it cost'],
  ])('%s may be two', (message, first, second) => expect(halves(message)).toContainEqual([first, second]));

  it.each([
    '我在东莞干了八年，老家河南，现在要回去了，社保能转吗',
    '厂里给我交了9年社保。现在要回贵州带娃了。那个钱咋整',
    '还有多久能办好',
    '退保',
    '',
  ])('%s is one', (message) => expect(halves(message)).toEqual([]));

  it('does not try to cut a long list of questions into pairs', () => {
    expect(halves('为什么？凭什么？谁定的？怎么办？找谁？多久？')).toEqual([]);
  });
});
