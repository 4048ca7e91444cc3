/** What a message says of a person's own case, in the words people use. Today is Monday, 23 November 2026. */
import type { CaseFacts } from '../../../bot/conversation/case/facts.ts';
import { readFacts } from '../../../bot/conversation/case/read-facts.ts';
import { type Edition, loadEdition } from '../../../bot/knowledge/index.ts';
import { createPlaceFinder, type FindPlaces } from '../../../bot/matching/index.ts';

let edition: Edition;
let findPlaces: FindPlaces;
beforeAll(() => {
  edition = loadEdition('knowledge');
  findPlaces = createPlaceFinder(edition);
});

const read = (message: string) => readFacts(message, { edition, findPlaces, today: '2026-11-23' });
const stays = (...list: (readonly [string, number])[]) => list.map(([region, months]) => ({ region, months }));

type Row = readonly [message: string, facts: CaseFacts];

describe('Where somebody paid and for how long', () => {
  const rows: readonly Row[] = [
    [
      '我女，43，湖南户口，广东缴了11年浙江2年，退休去哪领',
      { sex: 'female', hukou: 'hunan', stays: stays(['guangdong', 132], ['zhejiang', 24]), months: 156 },
    ],
    ['在东莞交了十年零三个月，在杭州交了两年', { stays: stays(['guangdong', 123], ['zhejiang', 24]), months: 147 }],
    ['广东126个月，浙江2年', { stays: stays(['guangdong', 126], ['zhejiang', 24]), months: 150 }],
    [
      '广东70个月浙江30个月广东50个月',
      { stays: stays(['guangdong', 70], ['zhejiang', 30], ['guangdong', 50]), months: 150 },
    ],
    ['老家河南，深圳缴了一百二十六个月', { hukou: 'henan', stays: stays(['guangdong', 126]), months: 126 }],
    ['社保在上海缴了9年半，之后在苏州缴了半年', { stays: stays(['shanghai', 114], ['jiangsu', 6]), months: 120 }],
    ['廣東繳了11年，戶口喺廣西', { hukou: 'guangxi', stays: stays(['guangdong', 132]), months: 132 }],
    ['在温州参保缴费5年8个月', { stays: stays(['zhejiang', 68]), months: 68 }],
    [
      '福建缴了90个月（临时账户），广东100个月',
      {
        stays: [
          { region: 'fujian', months: 90, temporary: true },
          { region: 'guangdong', months: 100 },
        ],
        months: 190,
      },
    ],
    ['一共缴了12年', { months: 144 }],
    ['四川人，缴了三年在成都', { hukou: 'sichuan', stays: stays(['sichuan', 36]), months: 36 }],
    [
      'I paid 11 years in Guangdong and 2 in Zhejiang, hukou Hunan',
      { hukou: 'hunan', stays: stays(['guangdong', 132], ['zhejiang', 24]), months: 156 },
    ],
    ['paid eleven years and three months in Shanghai', { stays: stays(['shanghai', 135]), months: 135 }],
    ['Guangdong 10 years, Jiangsu 18 months', { stays: stays(['guangdong', 120], ['jiangsu', 18]), months: 138 }],
    [
      'I paid 24 months in Zhejiang (temporary account)',
      { stays: [{ region: 'zhejiang', months: 24, temporary: true }], months: 24 },
    ],
    ['120 months in Beijing, my hukou is in Hebei', { hukou: 'hebei', stays: stays(['beijing', 120]), months: 120 }],
  ];
  it.each(rows)('%s', async (message, facts) => {
    expect((await read(message)).facts).toEqual(facts);
  });

  it.each([
    ['我在东莞干了八年，老家河南', { hukou: 'henan' }],
    ['在深圳打工十年了', {}],
    ['断了3年还算吗', {}],
    ['2015年到2018年的还在吗', {}],
    ['I worked in Guangdong for 8 years', {}],
  ] satisfies Row[])('is not what somebody worked, broke off or dates: %s', async (message, facts) => {
    expect((await read(message)).facts).toEqual(facts);
  });
});

describe('Who somebody is', () => {
  it.each([
    ['女，1983年5月', { sex: 'female' }],
    ['我83年5月生，男', { sex: 'male', birth: '1983-05' }],
    ['1983年5月出生，女工人', { sex: 'female', birth: '1983-05', post: 'worker' }],
    ['我是女的，1976年3月生，做管理的', { sex: 'female', birth: '1976-03', post: 'cadre' }],
    ['一九七五年十二月出生，男', { sex: 'male', birth: '1975-12' }],
    ['我妈1970年1月2日生', { sex: 'female', birth: '1970-01-02' }],
    ['老公1968.9出生', { sex: 'male', birth: '1968-09' }],
    ['生于1980年13月，男', { sex: 'male', birth: '1980-13' }],
    ['woman, born in May 1983', { sex: 'female', birth: '1983-05' }],
    ['I am a man born 1975-03', { sex: 'male', birth: '1975-03' }],
    ['我女儿在上学', {}],
  ] satisfies Row[])('%s', async (message, facts) => {
    const { birth, sex, post } = (await read(message)).facts;
    const { birth: wanted, ...rest } = facts as CaseFacts;
    expect({ sex, post, ...(wanted === undefined ? {} : { birth }) }).toEqual({
      sex: rest.sex,
      post: rest.post,
      ...(wanted === undefined ? {} : { birth: wanted }),
    });
  });

  it.each([
    ['我今年43岁', 43],
    ['我女，43，湖南户口', 43],
    ['四十三岁了', 43],
    ["I'm 43 and work in Shanghai", 43],
    ['a 43-year-old woman', 43],
  ] as const)('age: %s', async (message, age) => {
    expect((await read(message)).age).toBe(age);
  });

  it.each([
    ['我83年生的，女', 1983],
    ['1983年的，男', 1983],
    ['05年出生', 2005],
    ['born in 1983', 1983],
  ] as const)('a year alone is kept until the month is known: %s', async (message, year) => {
    const { birthYear, facts } = await read(message);
    expect({ birthYear, birth: facts.birth }).toEqual({ birthYear: year, birth: undefined });
  });
});

describe('Days, and what each is for', () => {
  it.each([
    ['上个月18号申请的', { applied: '2026-10-18' }],
    ['上月18日交的材料', { applied: '2026-10-18' }],
    ['9月18日申请，10月15号联系函到了', { applied: '2026-09-18', letterReceived: '2026-10-15' }],
    ['2026年9月18号申请转移', { applied: '2026-09-18' }],
    ['2026-09-18提交的申请', { applied: '2026-09-18' }],
    ['昨天申请的', { applied: '2026-11-22' }],
    ['上周五递交的', { applied: '2026-11-20' }],
    ['三天前申请的', { applied: '2026-11-20' }],
    ['两周前交了材料', { applied: '2026-11-09' }],
    ['十月八号申请的', { applied: '2026-10-08' }],
    ['去年12月5号申请，还没办完', { applied: '2025-12-05' }],
    ['12月5号申请的', { applied: '2025-12-05' }],
    ['2月30号申请的', { applied: '2026-02-30' }],
    ['上個月18號申請的', { applied: '2026-10-18' }],
    ['10月20号受理，11月9号信息表和钱都到了', { received: '2026-10-20', fundsReceived: '2026-11-09' }],
    ['I applied on the 18th of last month', { applied: '2026-10-18' }],
    ['applied on 18 September', { applied: '2026-09-18' }],
    ['I applied yesterday', { applied: '2026-11-22' }],
    ['applied 3 weeks ago', { applied: '2026-11-02' }],
  ] satisfies Row[])('%s', async (message, facts) => {
    expect((await read(message)).facts).toEqual(facts);
  });
});

describe('Places of a move', () => {
  it.each([
    ['我女45岁，四川户口，从北京去上海上班', { hukou: 'sichuan', from: 'beijing', to: 'shanghai' }],
    ['从东莞转回河南老家', { from: 'guangdong', to: 'henan', hukou: 'henan' }],
    ['I was insured in Beijing before, my new job is in Shanghai', { from: 'beijing', to: 'shanghai' }],
    ['from Guangdong to Sichuan', { from: 'guangdong', to: 'sichuan' }],
    ['以前没参过保，户口广西，要到广东上班', { hukou: 'guangxi', from: null, to: 'guangdong' }],
    ['香港居民，在上海参保', { hukou: null }],
  ] satisfies Row[])('%s', async (message, facts) => {
    const { hukou, from, to } = (await read(message)).facts;
    const wanted: CaseFacts = facts;
    expect({ hukou, from, to }).toEqual({ hukou: wanted.hukou, from: wanted.from, to: wanted.to });
  });
});

describe('Money', () => {
  it.each([
    [
      '2022年到2024年每月缴费工资5000',
      { wages: [2022, 2023, 2024].map((year) => ({ year, months: 12, monthly: '5000' })) },
    ],
    [
      '缴费工资2022年48000，2023年54000',
      {
        wages: [
          { year: 2022, months: 12, total: '48000' },
          { year: 2023, months: 12, total: '54000' },
        ],
      },
    ],
    ['2022年7个月，每月工资5000', { wages: [{ year: 2022, months: 7, monthly: '5000' }] }],
    ['个人账户里有13421.60元', { since1998: '13421.60' }],
    ['账户余额3万5', { since1998: '35000' }],
    ['计发基数8000，指数0.6，缴了15年', { base: '8000', index: 0.6, months: 180 }],
    ['wages 48000 yuan in 2022', { wages: [] }],
    [
      '2022年12个月一共48000元，2023年12个月每月4500元，个人账户余额13421.60元',
      {
        wages: [
          { year: 2022, months: 12, total: '48000' },
          { year: 2023, months: 12, monthly: '4500' },
        ],
        since1998: '13421.60',
      },
    ],
  ] satisfies Row[])('%s', async (message, facts) => {
    const read_ = (await read(message)).facts;
    const wanted: CaseFacts = facts;
    const own = Object.fromEntries(Object.keys(wanted).map((name) => [name, read_[name as keyof CaseFacts] ?? []]));
    expect(own).toEqual(wanted);
  });

  it('puts wages without years into the latest ones, and says so', async () => {
    const { facts, yearsAssumed } = await read('月缴费工资4000，缴了一年半');
    expect(yearsAssumed).toBe(true);
    expect(facts.wages).toEqual([
      { year: 2024, months: 6, monthly: '4000' },
      { year: 2025, months: 12, monthly: '4000' },
    ]);
  });

  it('reads the parts of a temporary account', async () => {
    const { facts, temporary } = await read('临时账户单位缴了17280，个人缴了8640，利息612.34');
    expect(temporary).toBe(true);
    expect(facts).toEqual({ employer: '17280', employee: '8640', interest: '612.34' });
  });
});

describe('The two schemes', () => {
  it.each([
    ['职工养老缴了185个月，居民缴了60个月，到龄了', { employeeMonths: 185, residentMonths: 60, atAge: true }],
    [
      '职工10年，新农保8年，重叠12个月，还没到退休年龄',
      { employeeMonths: 120, residentMonths: 96, overlapMonths: 12, atAge: false },
    ],
    ['120 months as an employee and 96 months as a resident', { employeeMonths: 120, residentMonths: 96 }],
    [
      '120 months as an employee, 96 months as a resident, 12 months in both',
      { employeeMonths: 120, residentMonths: 96, overlapMonths: 12 },
    ],
  ] satisfies Row[])('%s', async (message, facts) => {
    expect((await read(message)).facts).toEqual(facts);
  });
});
