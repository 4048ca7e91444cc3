/** Messages as people write them, asked of the national edition. */
import fc from 'fast-check';
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, type LocalWays, type Matcher, OUTCOMES, readModel } from '../../bot/matching/index.ts';

const edition = loadEdition('knowledge');
let matcher: Matcher;
beforeAll(() => {
  matcher = createMatcher(edition, readModel('knowledge'));
});
const answer = (message: string, local?: LocalWays) => matcher.match(message, local).parts[0]?.entry;
const outcome = (message: string, local?: LocalWays) => matcher.match(message, local).parts[0]?.outcome;

describe('A question', () => {
  it.each([
    ['回村种地去了，厂里交的那几年就放着，会不会没了', 'migrant-return-village'],
    ['参保缴费平证哪里开', 'certificate'],
    ['yanglao baoxian zhuan yi yao duojiu', 'procedure-three-15-days'],
    ['can i take my pension home if I quit', 'no-refund'],
    ['轉移要幾耐先辦得掂', 'procedure-three-15-days'],
    ['男五十三，跳到外省的厂，给我弄了个临时的户头，啥意思', 'temporary-account'],
  ])('%s is answered by %s', (message, entry) => expect(answer(message)).toBe(entry));

  it('is the same in full width, traditional characters and capitals', () => {
    expect(answer('養老保險能退保嗎')).toBe('no-refund');
    expect(answer('ｔｕｉｂａｏ　ｋｅｙｉ　ｍａ')).toBe(answer('tuibao keyi ma'));
    expect(answer('CAN I GET MY PENSION MONEY BACK')).toBe(answer('can i get my pension money back'));
  });

  it('is the same in pinyin with and without spaces', () => {
    expect(answer('chongfu jiaofei zenme ban')).toBe('overlapping');
    expect(answer('chongfujiaofeizenmeban')).toBe('overlapping');
  });

  it('survives characters mistaken by sound', () => {
    expect(answer('养老保险能退宝吗')).toBe('no-refund');
    expect(answer('特树工种提前退修')).toBe('early-retirement-special');
  });

  it('may want the opposite of its words: who does not want a refund is not told about refunds first', () => {
    expect(answer('想退保拿钱走人')).toBe('no-refund');
    expect(answer('我不想退保，想把社保转到新单位那个省')).not.toBe('no-refund');
  });

  it('asked to the letter as it was written down is answered with high confidence', () => {
    const way = edition.asked.find(({ kind, of }) => kind === 'entry' && of === 'overlapping');
    const part = matcher.match(way?.text ?? '').parts[0];
    expect(part?.entry).toBe('overlapping');
    expect(part?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['转移', '退休', '社保', 'pension', 'transfer'])(
    'of one word that can mean anything (%s) is asked back',
    (message) => {
      const part = matcher.match(message).parts[0];
      expect(part?.outcome).toBe('clarify');
      expect(part?.choices.length).toBeGreaterThan(1);
    },
  );

  it.each([
    ['退保', 'no-refund'],
    ['断缴', 'gap-effect'],
    ['补缴', 'back-payment'],
  ])('of one word that means one thing (%s) is answered', (message, entry) => expect(answer(message)).toBe(entry));

  it('whose entry is a contact comes out as one', () => expect(outcome('社保局电话多少，在哪')).toBe('contact'));

  it('with the facts of one person can be worked out', () => {
    const part = matcher.match('我女，43岁，湖南户口，广东缴了11年浙江2年，退休在哪里领养老金').parts[0];
    expect(part?.entry).toBe('benefit-place');
    expect(part?.outcome).toBe('case');
  });
});

describe('Two questions', () => {
  it.each([
    ['养老保险转移要收手续费吗？另外能不能让我弟弟代办', ['fee', 'agent-someone-else']],
    ['转移材料 办理时限', ['materials', 'procedure-three-15-days']],
    ['要交几年才够呢每月能领多少钱', ['minimum-years', 'pension-amount']],
    ['how do I check my years and what happens to my account if I die', ['check-records', 'death']],
  ])('%s get two answers', (message, entries) => {
    expect(matcher.match(message).parts.map((part) => part.entry)).toEqual(entries);
  });

  it.each([
    '我在东莞电子厂干了八年，老家河南信阳，上个月辞职回来了，两边都缴过，现在想转回来，怎么转',
    '厂里给我交了9年社保。现在要回贵州带娃了。那个钱咋整',
    '还有多久能办好',
  ])('are not seen in a story that ends in one: %s', (message) => {
    expect(matcher.match(message).parts).toHaveLength(1);
  });
});

describe('What is not ours', () => {
  it.each([
    ['住院能报销多少', 'medical'],
    ['公积金怎么提取出来付房租', 'housing-fund'],
    ['工伤赔多少钱', 'injury'],
    ['失业金能领几个月', 'unemployment-benefit'],
    ['产假多少天', 'maternity'],
    ['公司拖欠工资不发', 'labour'],
  ])('%s is passed on as %s', (message, neighbour) => {
    const part = matcher.match(message).parts[0];
    expect([part?.outcome, part?.neighbour]).toEqual(['not-ours', neighbour]);
  });

  it.each(['今天天气怎么样', '帮我写首诗', 'asdfghjkl', '红烧肉怎么做好吃'])('%s is not answered', (message) => {
    expect(answer(message)).toBeUndefined();
  });

  it.each([
    ['转人工', 'handoff'],
    ['你好', 'smalltalk'],
    ['我要投诉你们的客服', 'complaint'],
  ])('%s is a %s', (message, what) => expect(outcome(message)).toBe(what));
});

describe('The language of a message', () => {
  it.each([
    ['社保怎么转', 'zh-CN'],
    ['養老保險怎麼轉', 'zh-Hant'],
    ['份糧點計㗎，唔明', 'zh-Hant'],
    ['how do I transfer my pension', 'en'],
    ['shebao zenme zhuan', 'zh-CN'],
  ])('%s is %s', (message, language) => expect(matcher.match(message).language).toBe(language));
});

describe('A region', () => {
  const local: LocalWays = {
    added: [
      { entry: 'guangdong-villa-card', text: '粤居码怎么申领' },
      { entry: 'fee', text: '办这个要不要买单位的咖啡券' },
    ],
    hidden: new Set(['within-province']),
    hiddenWays: [],
  };

  it('answers its own ways of asking, also near ones, with its own entries', () => {
    expect(answer('粤居码怎么申领', local)).toBe('guangdong-villa-card');
    expect(answer('请问粤居码在哪里申领呀', local)).toBe('guangdong-villa-card');
  });

  it('adds ways of asking to national entries', () => {
    expect(answer('办这个要不要买单位的咖啡券', local)).toBe('fee');
  });

  it('does not answer an entry that it hides, nor offers it', () => {
    const message = '省内换城市上班，养老保险要转吗';
    expect(answer(message)).toBe('within-province');
    const { parts } = matcher.match(message, local);
    expect(parts[0]?.entry).not.toBe('within-province');
    expect(parts[0]?.choices).not.toContain('within-province');
    expect(parts[0]?.candidates.map((candidate) => candidate.entry)).not.toContain('within-province');
  });

  it('changes nothing for others', () => {
    const message = '养老保险能退保吗';
    const before = matcher.match(message);
    matcher.match(message, local);
    expect(matcher.match(message)).toEqual(before);
  });

  it('without a difference is the nation', () => {
    const nothing: LocalWays = { added: [], hidden: new Set(), hiddenWays: [] };
    for (const { text } of edition.asked.filter((_, n) => n % 500 === 0))
      expect(matcher.match(text, nothing)).toEqual(matcher.match(text));
  });
});

describe('Any message', () => {
  it('gets one or two parts with an outcome of the list, a confidence and at most three choices', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (message) => {
        const { parts } = matcher.match(message);
        expect([1, 2]).toContain(parts.length);
        for (const part of parts) {
          expect(OUTCOMES).toContain(part.outcome);
          expect(part.confidence).toBeGreaterThanOrEqual(0);
          expect(part.confidence).toBeLessThanOrEqual(1);
          expect(part.choices.length).toBeLessThanOrEqual(3);
          expect(part.candidates.length).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is matched the same whatever was asked before', () => {
    const asked = edition.asked.filter((_, n) => n % 1000 === 0).map(({ text }) => text);
    const first = asked.map((text) => matcher.match(text));
    expect(
      [...asked]
        .reverse()
        .map((text) => matcher.match(text))
        .reverse(),
    ).toEqual(first);
  });

  it('of extreme length or emptiness is survived', () => {
    for (const message of ['', ' ', '？', '转'.repeat(5000), 'a'.repeat(5000), '？'.repeat(3000)])
      expect(matcher.match(message).parts.length).toBeGreaterThan(0);
  });
});

describe('As-you-type', () => {
  it('offers entries whose ways of asking begin so', () => {
    expect(matcher.complete('退保', 5)).toContain('no-refund');
    expect(matcher.complete('', 5)).toEqual([]);
    expect(matcher.complete('重复', 3).length).toBeLessThanOrEqual(3);
  });

  it('offers what the region adds, and not what it hides or deletes', () => {
    const local: LocalWays = { added: [], hidden: new Set(), hiddenWays: [] };
    expect(
      matcher.complete('粤省事', 3, { ...local, added: [{ entry: 'apply-online', text: '粤省事上转养老' }] }),
    ).toEqual(['apply-online']);
    expect(matcher.complete('退保', 5, { ...local, hidden: new Set(['no-refund']) })).not.toContain('no-refund');
    const hiddenWays = edition.asked
      .filter(({ of }) => of === 'no-refund')
      .map(({ of, text }) => ({ entry: of, text }));
    expect(matcher.complete('退保', 5, { ...local, hiddenWays })).not.toContain('no-refund');
  });
});

describe('An explanation', () => {
  it('names the nearest way, the features and how the message was judged', () => {
    const { match, parts } = matcher.explain('断缴了三年还能接上吗');
    expect(match).toEqual(matcher.match('断缴了三年还能接上吗'));
    expect(match.parts[0]?.candidates[0]?.nearest).not.toBe('');
    expect(parts[0]?.ours).toBeGreaterThan(0.5);
    expect(parts[0]?.reasons.map((reason) => reason.feature)).toContain('concept:断缴');
  });
});
