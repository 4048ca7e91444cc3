/** A case in the talk: what is asked, how one goes back, changes and breaks off, and that nothing of it is left behind. */
import { createKnowledgeService, type KnowledgeService } from '../../../bot/service/index.ts';
import { createWording, type Wording } from '../../../bot/wording/index.ts';
import { startTalk, type TestTalk } from '../../helpers/test-talk.ts';

let service: KnowledgeService;
let wording: Wording;
beforeAll(async () => {
  wording = await createWording('locales');
  service = await createKnowledgeService({
    knowledgeDir: 'knowledge',
    dataDir: '',
    now: () => new Date(),
    watch: false,
  });
});
afterAll(() => service.close());

/** A talk in which these messages were said. */
async function havingSaid(...messages: string[]): Promise<TestTalk> {
  const person = startTalk({ service, wording, today: '2026-11-23' });
  for (const message of messages) await person.say(message);
  return person;
}

/** Into a case by its title, whatever the matcher would make of a question. */
const PLACE = ['算算我的', '我退休后在哪里领'] as const;
const TRANSFER = ['算算我的', '我的关系转不转得过去'] as const;
const AMOUNT = ['算算我的', '能转多少钱'] as const;
const DEADLINES = ['算算我的', '最晚哪天办完'] as const;
const RETIREMENT = ['算算我的', '我哪年哪月退休'] as const;
const PENSION = ['算算我的', '养老金大概多少'] as const;

const WHOLE = '我女，43，湖南户口，广东缴了11年浙江2年，退休去哪领';
const LIMITS = '上个月18号申请的转移，最晚什么时候能办完';

describe('From one sentence', () => {
  it('fills the form and answers without asking what was said', async () => {
    const answered = await (await havingSaid()).say(WHOLE);
    expect(answered.data).toMatchObject({ decision: 'case', entries: ['benefit-place'], hukou: 'hunan' });
    expect(answered.data.bubbles.at(-1)).toMatchObject({
      kind: 'case',
      case: 'benefit-place',
      headline: '退休后在广东领养老金。',
      said: [
        { label: '户口', value: '湖南', change: '改户口' },
        { label: '缴费', value: '广东11年、浙江2年', change: '改缴费' },
      ],
      link: '/case/benefit-place?hukou=hunan&stays%5B0%5D.region=guangdong&stays%5B0%5D.months=132&stays%5B1%5D.region=zhejiang&stays%5B1%5D.months=24',
      estimate: false,
      asOf: '2026-11-23',
    });
  });

  it('counts the outcome under its entry', async () => {
    const { notes } = await havingSaid(WHOLE);
    expect(notes).toContainEqual({ kind: 'outcome', outcome: 'case', entry: 'benefit-place' });
  });

  it('takes the places that were said before', async () => {
    const person = await havingSaid('我在东莞打工，老家贵州，能网上办转移吗', ...PLACE);
    expect((await person.say('广东12年')).text).toContain('退休后在广东领养老金');
  });

  it('asks for the relation only where it makes a difference', async () => {
    const person = await havingSaid();
    const answered = await person.say('贵州户口，在广东缴了12年，在贵州缴了1年，退休去哪领');
    expect(answered.text).toContain('关系现在在哪个省');
    expect(answered.titles.slice(0, 2)).toEqual(['贵州', '广东']);
    expect((await person.say('广东')).text).toContain('退休后在广东领');
    expect((await person.say('关系改成贵州')).text).toContain('退休后在贵州领');
  });

  it('does not ask the age where the law looks at none', async () => {
    const person = await havingSaid(...TRANSFER, '广东');
    const answered = await person.say('四川');
    expect(answered.titles).toContain('没有内地户口');
    const result = await person.say('四川');
    expect(result.text).toContain('能转，关系转到四川');
    expect(JSON.stringify(result.data.bubbles)).not.toContain('1980');
  });
});

describe('Steering', () => {
  it('goes one question back', async () => {
    const person = await havingSaid(...RETIREMENT, '女', '1983年5月');
    expect((await person.say('返回')).text).toContain('哪年哪月出生');
    expect((await person.say('上一步')).text).toContain('男还是女');
    expect((await person.say('返回')).text).toContain('第一个问题');
  });

  it('takes a button by its number and by its title', async () => {
    const person = await havingSaid(...RETIREMENT);
    expect((await person.say('1')).text).toContain('哪年哪月出生');
    await person.say('1983年5月');
    expect((await person.say('管理或技术岗位（原55岁）')).text).toContain('一共缴了多少个月');
  });

  it('takes a number as an answer where numbers are asked', async () => {
    const person = await havingSaid(...RETIREMENT, '男', '1970年6月');
    expect((await person.say('2')).text).toContain('以前参过保吗');
    expect((await person.say('不是')).text).toContain('你已缴2个月');
  });

  it('changes a field on the way and after the result, and works it out again', async () => {
    const person = await havingSaid(...PLACE, '湖南');
    expect((await person.say('改一下户口是湖北')).text).toContain('改好了：户口 湖北');
    await person.say('广东缴了5年');
    const result = await person.say('户口改成广东');
    expect(result.text).toContain('退休后在广东领养老金');
    expect(result.data.hukou).toBe('guangdong');
    expect((await person.say('户口湖南')).text).toContain('退休后在湖南领养老金');
    expect((await person.say('广东改成11年')).text).toContain('退休后在广东领养老金');
  });

  it('asks again for a field that is only named', async () => {
    const person = await havingSaid(WHOLE);
    expect((await person.say('改户口')).text).toContain('你户口在哪个省');
    expect((await person.say('广东')).text).toContain('户口 广东');
    expect((await person.say('说错了')).titles).toEqual(expect.arrayContaining(['改户口', '改缴费']));
  });

  it('ends when it is told to, and what is said then is ordinary again', async () => {
    const person = await havingSaid(...PLACE);
    expect((await person.say('算了')).text).toContain('不算了');
    expect((await person.say('转移要多少天办完')).data.decision).toBe('answer');
  });

  it('leaves the case for the menu and for a person', async () => {
    const person = await havingSaid(...PLACE);
    expect((await person.say('目录')).data.decision).toBe('menu');
    expect((await person.say('湖南')).data.decision).not.toBe('case');
    for (const message of PLACE) await person.say(message);
    expect((await person.say('转人工')).data.decision).toBe('handoff');
  });

  it('offers all seven when nothing was asked yet', async () => {
    const answered = await (await havingSaid()).say('算算我的');
    expect(answered.titles).toHaveLength(7);
    const person = await havingSaid('算算我的');
    expect((await person.say('5')).text).toContain('男还是女');
  });
});

describe('Not knowing', () => {
  it('of the post gives both ages', async () => {
    const person = await havingSaid(...RETIREMENT, '女', '1983年5月', '不清楚');
    const result = await person.say('忘了');
    const cases = result.data.bubbles.filter((bubble) => bubble.kind === 'case');
    expect(cases.map(({ headline }) => headline)).toEqual([
      '2037年8月退休，那时满54岁3个月。',
      '2041年5月退休，那时满58岁。',
    ]);
    expect(result.text).toContain('月数 不知道');
  });

  it('of something needed tells where to look', async () => {
    const person = await havingSaid(...PLACE, '湖南');
    const answered = await person.say('不知道');
    expect(answered.text).toContain('权益记录');
    expect(answered.text).toContain('在哪些省缴过');
  });

  it('of the balance works out the rest and says what is missing', async () => {
    const person = await havingSaid(...AMOUNT, '2022年到2024年每月5000');
    expect((await person.say('不知道')).text).toContain('合计里没有算它');
  });
});

describe('Wrong values are corrected kindly and exactly', () => {
  it.each([
    [[...PLACE, '湖南'], '广东缴了600年', '600年'],
    [[...RETIREMENT, '男'], '1983年13月', '没有13月'],
    [[...RETIREMENT, '男'], '2030年5月', '那天还没到'],
    [[...DEADLINES], '2月30号', '日历上没有'],
    [[...DEADLINES], '2009年5月1日', '《暂行办法》还没施行'],
    [[...PLACE], '湖楠', '没对上是哪个省'],
    [[...PENSION, '30年', '男', '1966年8月'], '-8000', '写成正数就行'],
  ] as const)('%j then %s', async (before, message, words) => {
    const person = await havingSaid(...before);
    const answered = await person.say(message);
    expect(answered.text).toContain(words);
    expect(answered.data.decision).toBe('case');
  });

  it('asks which province a shared name means', async () => {
    const person = await havingSaid(...PLACE);
    const answered = await person.say('户口在朝阳');
    expect(answered.text).toContain('是哪里的');
    expect(answered.titles.length).toBeGreaterThan(3);
  });

  it('puts the question more plainly when an answer makes no sense', async () => {
    const person = await havingSaid(...DEADLINES);
    expect((await person.say('嗯嗯')).text).toContain('没看懂');
  });
});

describe('An ordinary question in the middle', () => {
  it('is answered, and the question stands again below', async () => {
    const person = await havingSaid(...PLACE, '湖南');
    const answered = await person.say('转移要多少天才能办完？');
    expect(answered.data).toMatchObject({ decision: 'answer', entries: ['procedure-three-15-days'] });
    expect(answered.text).toContain('接着算：在哪些省缴过');
    expect((await person.say('广东11年')).text).toContain('退休后在广东领养老金');
  });

  it('may be one with a dialog of its own', async () => {
    const person = await havingSaid(...PLACE, '留下问题');
    expect((await person.say('临时账户怎么查')).text).toContain('编号');
    expect((await person.say('湖南')).text).toContain('在哪些省缴过');
  });

  it('may change the language or the day', async () => {
    const person = await havingSaid(...PLACE);
    expect((await person.say('English')).text).toContain('In which province is your hukou');
    expect((await person.say('Hunan')).text).toContain('In which provinces did you pay');
  });
});

describe('Nothing is left', () => {
  it('after 重新开始', async () => {
    const person = await havingSaid(WHOLE, '重新开始');
    expect(person.kept()).not.toMatch(/hunan|guangdong|female|湖南|广东/);
  });

  it('of a case given up, but for what the next case need not ask again', async () => {
    const person = await havingSaid(...RETIREMENT, '女', '1983年5月', '算了');
    const answered = await person.say('算算我的');
    expect(answered.text).toContain('已经知道：性别 女 · 出生 1983年5月');
  });
});

describe('Reminders', () => {
  it('are offered while a limit is ahead, and kept only when asked for', async () => {
    const person = await havingSaid(LIMITS);
    const result = await person.say('不知道');
    expect(result.titles).toContain('提醒我');
    expect(person.reminders.all()).toEqual([]);
    const kept = await person.say('提醒我');
    expect(kept.text).toContain('2026年11月27日、2026年12月18日');
    expect(person.reminders.all()).toMatchObject([
      // Nine in the morning in China, the day after.
      { stage: 2, due: '2026-11-27', at: '2026-11-28T01:00:00.000Z' },
      { stage: 3, due: '2026-12-18', at: '2026-12-19T01:00:00.000Z' },
    ]);
  });

  it('say which limit has passed and what to do', async () => {
    const person = await havingSaid(LIMITS, '不知道', '提醒我');
    person.setToday('2026-11-28');
    const [reminder] = await person.reminders.claim(new Date('2026-11-28T01:00:00Z'));
    if (!reminder) throw new Error('nothing was due');
    const said = await person.beReminded(reminder);
    expect(said.text).toContain('第二段最晚到2026年11月27日');
    expect(said.text).toContain('12333');
    expect(said.titles).toEqual(['不用提醒']);
  });

  it.each(['不用提醒', '不用提醒了', '取消提醒', 'no reminders'])('stop at "%s"', async (words) => {
    const person = await havingSaid(LIMITS, '不知道', '提醒我');
    expect((await person.say(words)).text).toMatch(/不再提醒|no more reminders/);
    expect(person.reminders.all()).toEqual([]);
  });

  it('are forgotten with the person', async () => {
    const person = await havingSaid(LIMITS, '不知道', '提醒我', '重新开始');
    expect(person.reminders.all()).toEqual([]);
  });
});

it('draws the result as a card where the channel can', async () => {
  const person = startTalk({ service, wording, today: '2026-11-23', channel: 'msteams' });
  const { activities } = await person.say(WHOLE);
  const card = activities.at(-1)?.attachments?.[0];
  expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(JSON.stringify(card?.content)).toContain('退休后在广东领养老金。');
  expect(activities.at(-1)?.text).not.toContain('怎么得出来的');
});
