/** A text as it is said: in a language, with the numbers of a day. */
import {
  bareNumber,
  bareRate,
  createSpeaker,
  loadEdition,
  nearestName,
  toTraditional,
} from '../../bot/knowledge/index.ts';

const edition = loadEdition('tests/fixtures/small-edition');
const minimum = { 'zh-CN': '至少{{minimum-years}}年', en: 'at least {{minimum-years}} years' };

describe('A text with a parameter', () => {
  it.each([
    ['2010-06-01', '至少15年'],
    ['2029-12-31', '至少15年'],
    ['2030-01-01', '至少15.5年'],
  ])('on %s says %s', (day, words) => {
    expect(createSpeaker(edition, 'zh-CN', day).say(minimum)).toBe(words);
  });

  it('writes a day as the language writes it', () => {
    const text = { 'zh-CN': '{{start}}起', en: 'since {{start}}' };
    expect(createSpeaker(edition, 'zh-CN', '2026-01-01').say(text)).toBe('2010年1月1日起');
    expect(createSpeaker(edition, 'en', '2026-01-01').say(text)).toBe('since 1 January 2010');
  });

  it('shows a gap rather than an invented number before the parameter had a value', () => {
    expect(createSpeaker(edition, 'zh-CN', '2009-12-31').say({ 'zh-CN': '{{stage-limit}}个工作日' })).toBe('…个工作日');
  });
});

describe('A hole with a day of its own', () => {
  it('takes the value of that day, whatever day is asked about: a story keeps its rate', () => {
    const story = { 'zh-CN': '{{lawsuit-limit@2012-06-01}}个月，现在{{lawsuit-limit}}个月' };
    const national = loadEdition('knowledge');
    expect(createSpeaker(national, 'zh-CN', '2026-01-01').say(story)).toBe('3个月，现在6个月');
  });
});

describe('繁體', () => {
  it('is converted from 简体, with the overrides of the edition', () => {
    expect(toTraditional(edition, '个人账户里的钱')).toBe('個人帳戶裡的錢');
  });

  it('is taken as written where an author wrote it', () => {
    const text = { 'zh-CN': '打工', 'zh-Hant': '返工' };
    expect(createSpeaker(edition, 'zh-Hant', '2026-01-01').say(text)).toBe('返工');
  });
});

describe('A bare number of the law', () => {
  it.each([
    ...[
      '至少15年',
      '十五年',
      '三个月内',
      '十个工作日',
      '百分之12',
      '两倍',
      '满六十周岁',
      '男满６０周岁',
      '８％',
      '百分之八',
    ],
    ...[
      '提前一个月',
      '不足一年',
      '两周内',
      '两个星期',
      '双倍',
      '六十日内',
      '男六十、女五十',
      '年满五十的',
      '半年',
      '十来年',
    ],
    ...['三分之一', '廿年', '壹年', '三万元', '第六十条', '⑮', 'Ⅲ'],
  ])('is found in "%s"', (words) => expect(bareNumber(words)).toBeDefined());

  it.each([
    ...['at least ten years', 'within 60 days', 'fifteen-year', 'ten‑year', 'sixty-three years', 'fourteen days'],
    ...['a hundred and twenty months', 'aged fifty', 'at sixty', 'a dozen years', 'a fortnight', 'the fifteenth day'],
    ...[
      'one month ahead',
      'a month ahead',
      'less than a year',
      'half a year',
      'two-thirds',
      'twice the sum',
      'ten times',
    ],
    ...['eight per cent', 'within a week'],
  ])('is found in "%s"', (words) => expect(bareNumber(words)).toBeDefined());

  it.each([
    ...[
      '三段加起来',
      '两地的机构',
      '同一天',
      '第一段',
      '{{stage-limit}}个工作日',
      '一年一年攒',
      '每缴满一年',
      '三条路',
    ],
    ...['three steps', 'once a year', '{{x}} yuan a month', 'day by day', 'at one go'],
  ])('is not seen in "%s"', (words) => expect(bareNumber(words)).toBeUndefined());

  it('is a rate in a story, unless the story only supposes it; its wages and years are its own', () => {
    expect(bareRate('月工资5000元，按8%缴，每月400元。')).toBe('8%');
    expect(bareRate('She pays 8 % of 5000 yuan.')).toBe('8 %');
    expect(bareRate('月工资5000元，按{{worker-rate}}缴。假定当年记账利率是2%，利息100元。')).toBeUndefined();
    expect(bareRate('On 5000 yuan for 3 years. Suppose the rate is 2%.')).toBeUndefined();
  });
});

describe('The nearest known name', () => {
  it('is offered for a slip of the pen', () => expect(nearestName('refusd', ['refused', 'overdue'])).toBe('refused'));
  it('is not offered when nothing is near', () => expect(nearestName('weather', ['refused', 'overdue'])).toBe(''));
});
