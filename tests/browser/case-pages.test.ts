/// <reference lib="dom" />
/** The cases as pages: filled in as a person does, with and without script, shared, printed, put into the calendar. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { textsOf } from './talk-on-page.ts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const KINDS = ['benefit-place', 'transfer', 'amount', 'deadlines', 'retirement', 'pension', 'schemes'] as const;
type Kind = (typeof KINDS)[number];

/** Worked examples of the rules, as links. */
const LINK: Readonly<Record<Kind, string>> = {
  'benefit-place':
    '/case/benefit-place?hukou=anhui&stays[0].region=jiangsu&stays[0].months=126&stays[1].region=shanghai&stays[1].months=70&relation=shanghai',
  transfer: '/case/transfer?from=guangdong&to=zhejiang&hukou=sichuan&sex=male&birth=1975-03-10&joined=2025-03-10',
  amount:
    '/case/amount?wages[0].year=2021&wages[0].months=12&wages[0].monthly=4000&wages[1].year=2022&wages[1].months=12&wages[1].monthly=4500&wages[2].year=2023&wages[2].months=12&wages[2].total=60000&account.since1998=13421.60',
  deadlines: '/case/deadlines?applied=2026-09-18&asof=2026-10-12',
  retirement: '/case/retirement?sex=female&birth=1980-03&post=cadre&months=150',
  pension: '/case/pension?base=8000&months=240&sex=male&birth=1970-05',
  schemes: '/case/schemes?employeeMonths=100&residentMonths=60&overlapMonths=6&atAge=true',
};
const HEADLINE: Readonly<Record<Kind, string>> = {
  'benefit-place': '退休后在江苏领养老金。',
  transfer: '钱和年限都不丢：关系留在广东，浙江给你开临时账户。',
  amount: '一共转 32,861.60元：个人账户 13,421.60元，统筹部分 19,440.00元。',
  deadlines: '还在时限内：第1段最晚到 2026年10月15日，还剩3个工作日。',
  retirement: '2037年10月退休，那时满57岁7个月。',
  pension: '估算每月大约 2,492.45元，在 1,629.09元 到 6,886.40元 之间。',
  schemes: '职工养老还差80个月：可以继续缴，也可以转到居民养老。',
};

let site: Site;
let browser: Browser;
const open: Page[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openPage(path: string, screen: Screen = {}): Promise<Page> {
  const { page } = await openScreen(browser, screen);
  open.push(page);
  await page.goto(site.address + path);
  return page;
}

const headline = (page: Page) => page.locator('#outcome .headline');

/** Waits until the result says it: a person reads on only then too. */
async function expectHeadline(page: Page, text: string): Promise<void> {
  await headline(page).filter({ hasText: text }).waitFor();
  expect(await headline(page).innerText()).toBe(text);
}

describe('/case', () => {
  it('lists the seven with a line each, and each opens its form', async () => {
    const page = await openPage('/case');
    expect(await textsOf(page.locator('.case-list li b'))).toEqual([
      '我退休后在哪里领',
      '我的关系转不转得过去',
      '能转多少钱',
      '最晚哪天办完',
      '我哪年哪月退休',
      '养老金大概多少',
      '职工养老和居民养老怎么接',
    ]);
    await page.getByRole('link', { name: /最晚哪天办完/ }).click();
    await page.getByLabel('申请的日子').waitFor();
  });

  it('says in words that there is no such case', async () => {
    const page = await openPage('/case/lottery');
    expect(await page.locator('h1').innerText()).toBe('没有这一页');
  });
});

describe('A link with inputs', () => {
  it.each(KINDS)('gives the result of %s on opening, every step with its article', async (kind) => {
    const page = await openPage(LINK[kind], { script: false });
    expect(await headline(page).innerText()).toBe(HEADLINE[kind]);
    const steps = await page.locator('.reasons li').count();
    expect(steps).toBeGreaterThan(0);
    expect(await page.locator('.reasons li .source summary').count()).toBe(steps);
    expect(await page.locator('.disclaimer').innerText()).toContain('以参保地社会保险经办机构核定为准');
  });

  it('opens an article at its step', async () => {
    const page = await openPage(LINK['benefit-place'], { script: false });
    await page.locator('.reasons .source summary').last().click();
    expect(await page.locator('.reasons .source-text').last().innerText()).toContain('大意：');
  });

  it('is kept nowhere: neither cookie nor storage', async () => {
    const page = await openPage(LINK['benefit-place']);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

describe('Where the pension is drawn', () => {
  it('follows what is typed, and the address gives somebody else the same', async () => {
    const page = await openPage('/case/benefit-place');
    await page.getByLabel('户口所在的省').selectOption('湖南');
    const row = (number: number) => page.getByRole('group', { name: `第${number}行` });
    await row(1).getByLabel('省').selectOption('广东');
    await row(1).getByLabel('缴费月数').fill('10年6个月');
    await row(2).getByLabel('省').selectOption('浙江');
    await row(2).getByLabel('缴费月数').fill('24');
    await expectHeadline(page, '退休后在广东领养老金。');

    const other = await openPage(page.url().replace(site.address, ''));
    expect(await headline(other).innerText()).toBe('退休后在广东领养老金。');
    expect(await other.locator('#outcome').innerText()).toBe(await page.locator('#outcome').innerText());
    expect(page.url()).toContain('stays%5B0%5D.months=126');
  });

  it('a row comes and goes under the keyboard without the page being loaded', async () => {
    const page = await openPage(LINK['benefit-place']);
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await page.getByRole('button', { name: '再加一行' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: '第3行' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('stays[2].region');
    await page.getByRole('button', { name: '去掉：第1行' }).click();
    await expectHeadline(page, '退休后在安徽领养老金。');
    expect(await page.locator('.form-row').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('add');
    expect(await page.evaluate(() => document.body.getAttribute('data-same'))).toBe('yes');
  });

  it('works without JavaScript, rows included', async () => {
    const page = await openPage('/case/benefit-place', { script: false });
    await page.getByLabel('户口所在的省').selectOption('没有内地户口');
    const fillRow = async (number: number, place: string, months: string) => {
      const row = page.getByRole('group', { name: `第${number}行` });
      await row.getByLabel('省').selectOption(place);
      await row.getByLabel('缴费月数').fill(months);
    };
    await fillRow(1, '广东', '80');
    await fillRow(2, '福建', '95');
    await page.getByRole('button', { name: '再加一行' }).click();
    await fillRow(3, '上海', '30');
    await page.getByRole('group', { name: '第3行' }).getByLabel('缴费月数').press('Enter');
    await page.waitForURL(/#result$/);
    expect(await headline(page).innerText()).toBe('退休后在福建领养老金。');
    await page.getByRole('button', { name: '去掉：第2行' }).click();
    await page.waitForURL(/remove=/);
    expect(await page.locator('.form-row').count()).toBe(2);
    expect(await headline(page).innerText()).toBe('退休后在广东领养老金。');
  });

  it('says with words and marks, not with colour alone, which province pays', async () => {
    const page = await openPage(LINK['benefit-place']);
    expect(await textsOf(page.locator('.picture .legend li'))).toEqual([
      '1 江苏 10年6个月 · ✓ 在这里领',
      '2 上海 5年10个月',
    ]);
    const words = (await textsOf(page.locator('.picture .bars li'))).map((text) => text.replace(/\s+/g, ' '));
    expect(words).toEqual(['江苏 10年6个月 满10年 · ✓ 在这里领', '上海 5年10个月 不满10年']);
    const [first, second] = await page
      .locator('.timeline .piece rect')
      .evaluateAll((pieces) => pieces.map((piece) => piece.getBoundingClientRect().width));
    // 126 of 196 months, and 70.
    expect((first ?? 0) / ((first ?? 0) + (second ?? 0))).toBeCloseTo(126 / 196, 2);
  });
});

describe('The three limits', () => {
  it('are found from a day as people write it, with today between them', async () => {
    const page = await openPage('/case/deadlines');
    await page.getByLabel('申请的日子').fill('2026年9月18日');
    await page.getByText('更多情况').click();
    await page.getByLabel('按哪一天的规定').fill('2026年10月12日');
    await expectHeadline(page, HEADLINE.deadlines);
    expect(await textsOf(page.locator('.limits .due'))).toEqual([
      '最晚 2026年10月15日',
      '最晚 2026年11月5日',
      '最晚 2026年11月26日',
    ]);
    expect(await textsOf(page.locator('.limits .state'))).toEqual(['● 正在这一段', '○ 还没到', '○ 还没到']);
  });

  it('go into the calendar of a phone', async () => {
    const page = await openPage(LINK.deadlines, { script: false });
    const address = await page.getByRole('link', { name: '加到手机日历' }).getAttribute('href');
    const response = await fetch(site.address + address);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = await response.text();
    expect(calendar.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
      'DTSTART;VALUE=DATE:20261015',
      'DTSTART;VALUE=DATE:20261105',
      'DTSTART;VALUE=DATE:20261126',
    ]);
  });

  it('give no calendar for a day that is none, but say so', async () => {
    const response = await fetch(`${site.address}/case/deadlines.ics?applied=2026-02-30`);
    expect(response.url).toBe(`${site.address}/case/deadlines?applied=2026-02-30`);
    expect(await response.text()).toContain('日历上没有 2026-02-30 这一天');
  });
});

describe('The amount', () => {
  it('is added up year by year and shown in its two parts', async () => {
    const page = await openPage(LINK.amount);
    expect(await textsOf(page.locator('.years tbody td:nth-child(3)'))).toEqual([
      '48,000.00元',
      '54,000.00元',
      '60,000.00元',
    ]);
    expect(await textsOf(page.locator('.years tbody td:nth-child(4)'))).toEqual([
      '5,760.00元',
      '6,480.00元',
      '7,200.00元',
    ]);
    expect(await page.locator('.years tfoot').innerText()).toContain('19,440.00元');
    expect(await textsOf(page.locator('.bars .bar-words'))).toEqual(['个人账户 13,421.60元', '统筹部分 19,440.00元']);
    await page.getByLabel('1998年以后的账户余额').fill('1万');
    await expectHeadline(page, '一共转 29,440.00元：个人账户 10,000.00元，统筹部分 19,440.00元。');
  });

  it('of a temporary account asks for other figures', async () => {
    const page = await openPage('/case/amount');
    expect(await page.getByLabel('单位缴的钱').isVisible()).toBe(false);
    await page.getByLabel('临时账户', { exact: true }).check();
    expect(await page.getByLabel('1998年以后的账户余额').isVisible()).toBe(false);
    await page.getByLabel('单位缴的钱').fill('17280');
    await page.getByLabel('个人缴的钱').fill('8640');
    await page.getByLabel(/^利息/).fill('612.34');
    await expectHeadline(page, '临时账户全部转走，一共 26,532.34元。');
  });
});

describe('What was not understood', () => {
  it('is said kindly at its field, read out with it, and reachable from the summary', async () => {
    const page = await openPage('/case/retirement?sex=female&post=worker&birth=1980年13月', { script: false });
    const birth = page.getByLabel('出生年月');
    expect(await birth.getAttribute('aria-invalid')).toBe('true');
    const told = (await birth.getAttribute('aria-describedby'))?.split(' ').at(-1);
    expect(await page.locator(`#${told}`).innerText()).toContain('一年只有12个月，没有13月。');
    expect(await birth.inputValue()).toBe('1980年13月');
    await page.locator('.to-fix a').click();
    expect(page.url()).toContain('#case-birth');
  });

  it('is not told while it is being typed, and told when one goes on', async () => {
    const page = await openPage('/case/benefit-place');
    const months = page.getByRole('group', { name: '第1行' }).getByLabel('缴费月数');
    await months.pressSequentially('600年');
    await page.locator('.to-fix').first().waitFor();
    expect(await page.locator('#case-stays-0-months-problem').innerText()).toBe('');
    await months.press('Tab');
    await page.locator('#case-stays-0-months-problem').filter({ hasText: '一辈子也缴不了600年' }).waitFor();
    // What is only missing is no mistake: it is listed, not shouted at the fields.
    expect(await page.locator('#case-hukou-problem').innerText()).toBe('');
    await months.fill('126');
    await page.locator('#case-stays-0-months-problem').filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
  });

  it('when the form is sent empty, everything missing is told', async () => {
    const page = await openPage('/case/transfer', { script: false });
    await page.getByRole('button', { name: '算一算' }).last().click();
    await page.waitForURL(/#result$/);
    expect(await textsOf(page.locator('.to-fix a'))).toEqual([
      '性别',
      '出生年月',
      '户口所在的省',
      '原来参保的省',
      '新就业的省',
    ]);
  });

  it('never becomes markup', async () => {
    const page = await openPage(`/case/deadlines?applied=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(await page.getByLabel('申请的日子').inputValue()).toBe('"><img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe('From here on', () => {
  it.each(['benefit-place', 'amount', 'retirement'] as const)('the talk takes over the figures of %s', async (kind) => {
    const page = await openPage(LINK[kind], { script: false });
    await page.getByRole('button', { name: '带着这些数去问' }).click();
    await page.waitForURL(/#latest$/);
    expect(await page.locator('#talk .case .short').last().innerText()).toBe(HEADLINE[kind]);
    // And back: the page of the case says the same.
    await page.locator('#talk .case .whole a').last().click();
    await page.waitForURL(/\/case\//);
    expect(await headline(page).innerText()).toBe(HEADLINE[kind]);
  });

  it('the link is copied with its inputs', async () => {
    const page = await openPage(LINK.retirement);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByRole('button', { name: '链接复制好了' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${site.address}/case/retirement?sex=female&post=cadre&birth=1980-03&months=150`);
  });

  it('paper shows the result with every article, what it was worked out from, and no form', async () => {
    const page = await openPage(LINK.deadlines, { script: false, dark: true });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#case').isVisible()).toBe(false);
    expect(await page.locator('.keep').isVisible()).toBe(false);
    expect(await headline(page).isVisible()).toBe(true);
    expect(await page.locator('.source-text .gist').first().isVisible()).toBe(true);
    expect(await page.locator('dl.said').innerText()).toContain('2026年9月18日');
    expect(await page.locator('.print-only').last().innerText()).toContain(`${site.address}/case/deadlines?applied=`);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  });

  it('another language keeps the inputs', async () => {
    const page = await openPage(LINK.schemes);
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForLoadState();
    expect(await headline(page).innerText()).toBe(
      "80 months are missing in the employees' scheme: pay on, or move to the residents' scheme.",
    );
  });
});

describe('Everybody', () => {
  async function violations(page: Page): Promise<string[]> {
    // The policy of the page forbids inline scripts; the debugger's evaluate is not the page's.
    await page.evaluate(AXE);
    const results = await page.evaluate<AxeResults>(
      "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    );
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  it.each([false, true])('axe finds nothing to object to, on the list and on every result (dark: %s)', async (dark) => {
    for (const path of ['/case', ...Object.values(LINK)]) {
      const page = await openPage(path, { dark, width: dark ? 1280 : 360 });
      expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    }
  });

  it.each(['zh-TW', 'en'] as const)('axe finds nothing on forms with mistakes (%s)', async (language) => {
    for (const path of [
      '/case/benefit-place?stays[0].months=600年',
      '/case/deadlines?applied=x',
      '/case/schemes?year=x',
    ]) {
      const page = await openPage(path, { language });
      expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    }
  });

  it.each([false, true])(
    'on the smallest phone nothing is wider than the screen (large letters: %s)',
    async (large) => {
      const page = await openPage('/case');
      if (large) await page.getByRole('button', { name: '大字' }).click();
      for (const path of [
        '/case',
        ...Object.values(LINK),
        `${LINK['benefit-place']}&lang=en`,
        `${LINK.amount}&lang=en`,
      ]) {
        await page.goto(site.address + path);
        expect({ path, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({
          path,
          width: 360,
        });
      }
    },
  );

  it('every button, field and link to press is at least 44 px high', async () => {
    for (const path of [LINK['benefit-place'], LINK.deadlines, LINK.amount]) {
      const page = await openPage(path);
      const low = await page
        .locator('main :is(button, select, input[type="text"], .tick, summary, .actions a):visible')
        .evaluateAll((elements) =>
          elements.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.outerHTML),
        );
      expect(low).toEqual([]);
    }
  });

  it('loads little, nothing from elsewhere, and nothing that the policy refuses', async () => {
    const { page, context } = await openScreen(browser);
    const elsewhere: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== site.address) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    for (const path of Object.values(LINK)) await page.goto(site.address + path);
    await context.close();
    expect(elsewhere).toEqual([]);
    expect(refused).toEqual([]);
    const markup = await (await fetch(site.address + LINK['benefit-place'])).text();
    expect(markup).not.toMatch(/<style|<script(?![^>]*src=)|\sstyle=|\son\w+=/);
    expect((await (await fetch(`${site.address}/static/case.js`)).text()).length).toBeLessThan(8_000);
  });
});
