/** A text as it is said: in a language, with the numbers of a day. */
import { bareNumber, createSpeaker, loadEdition, nearestName, toTraditional } from '../../bot/knowledge/index.ts';

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
  it.each(['至少15年', '十五年', '三个月内', '十个工作日', '百分之12', 'at least ten years', 'within 60 days', '两倍'])(
    'is found in "%s"',
    (words) => expect(bareNumber(words)).toBeDefined(),
  );

  it.each(['三段加起来', '两地的机构', '同一天', '第一段', 'three steps', '{{stage-limit}}个工作日', '一年一年攒'])(
    'is not seen in "%s"',
    (words) => expect(bareNumber(words)).toBeUndefined(),
  );
});

describe('The nearest known name', () => {
  it('is offered for a slip of the pen', () => expect(nearestName('refusd', ['refused', 'overdue'])).toBe('refused'));
  it('is not offered when nothing is near', () => expect(nearestName('weather', ['refused', 'overdue'])).toBe(''));
});
