/** Where a message may be two questions; whether it is, is for what the halves match to say (match.test.ts). */
import { proposeHalves } from '../../../bot/matching/understand/split-questions.ts';

const halves = (message: string) => proposeHalves(message).map(({ first, second }) => [first, second]);
const plainness = (message: string) => proposeHalves(message)[0]?.plainness;

describe('Two questions in one message', () => {
  it.each([
    ['转移要多久？另外要带什么材料', '转移要多久？', '要带什么材料'],
    ['转移要收费吗，还有能让我弟代办不', '转移要收费吗，', '能让我弟代办不'],
    ['早退几年行不，顺道问一句申请是谁递', '早退几年行不，', '申请是谁递'],
    ['怎么查我缴了几年\n退休在哪领', '怎么查我缴了几年', '退休在哪领'],
    ['要多久 要带什么', '要多久', '要带什么'],
    ['凭证 电话', '凭证', '电话'],
    ['要交到几年才够呢啥时候能退', '要交到几年才够呢', '啥时候能退'],
    ['还用不用转啊将来按哪边工资算', '还用不用转啊', '将来按哪边工资算'],
    ['How long does it take? And also what documents do I need', 'How long does it take?', 'what documents do I need'],
    ['how long does it take and what does it cost', 'how long does it take', 'what does it cost'],
    ['jindu zai na cha hai you shoufei ma', 'jindu zai na cha', 'shoufei ma'],
  ])('%s may be cut', (message, first, second) => expect(halves(message)).toContainEqual([first, second]));

  it.each([
    ['转移要多久？要带什么材料', 'announced'],
    ['转移要收费吗，能代办吗', 'sounding'],
    ['要交几年呢啥时候能退', 'unmarked'],
    ['转移材料 办理时限', 'bare'],
  ])('are marked by %s as %s', (message, mark) => expect(plainness(message)).toBe(mark));

  it('are looked for where they are plainest first', () => {
    const [first] = proposeHalves('我在东莞干了八年，要回去了，社保能转吗？另外要带什么');
    expect(first?.plainness).toBe('announced');
  });

  it.each(['退保', '', '？'])('%j cannot be cut', (message) => expect(halves(message)).toEqual([]));

  it('does not try to cut a long list of questions into pairs', () => {
    expect(halves('为什么？凭什么？谁定的？怎么办？找谁？多久？')).toEqual([]);
  });

  it('looks at a few places of a long story at most', () => {
    expect(halves(Array.from({ length: 60 }, (_, n) => `干了${n}年`).join('，')).length).toBeLessThanOrEqual(8);
  });
});
