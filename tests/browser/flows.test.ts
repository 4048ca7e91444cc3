/** The four flows of the chat page in a real browser, on the real server and edition. */
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { ask, press, textOf, textsOf } from './talk-on-page.ts';

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

async function openPage(screen: Screen = {}, path = '/'): Promise<Page> {
  const { page } = await openScreen(browser, screen);
  open.push(page);
  await page.goto(site.address + path);
  return page;
}

describe('A worker asks', () => {
  it('and gets item 7 in the order of the plan: mark, answer, how, next step, source, day', async () => {
    const page = await openPage();
    const reply = await ask(page, '我在东莞干了八年，老家河南，办转移一共要几天？');
    const answer = reply.locator('.answer').first();

    expect(await textOf(answer.locator('.item'))).toBe('第7条');
    expect(await textOf(answer.locator('.mark'))).toBe('重点');
    expect(await textOf(answer.locator('.edition'))).toMatch(/^全国版 \d{4}\.\d\d/);
    const order = await answer
      .locator('.marks, .short, .how, .step, .source, .held')
      .evaluateAll((elements) => elements.map(({ classList }) => classList[0]));
    expect(order).toEqual(['marks', 'short', 'how', 'step', 'source', 'held']);
    const size = (part: string) =>
      page.evaluate<number>(`Number.parseFloat(getComputedStyle(document.querySelector('.answer ${part}')).fontSize)`);
    for (const part of ['.marks', '.how', '.step', '.held']) {
      expect(await size('.short')).toBeGreaterThan(await size(part));
    }
  });

  it('and sees the places that were understood, which can be corrected', async () => {
    const page = await openPage();
    await ask(page, '我在东莞干了八年，老家河南，办转移一共要几天？');
    expect(await textsOf(page.locator('.place summary'))).toEqual(['工作地 广东', '户籍 河南']);

    await page.locator('.place summary').nth(1).click();
    await page.getByLabel('你的户口在哪里？').selectOption('湖北');
    const before = await page.locator('#talk .theirs').count();
    await page.locator('.place').nth(1).getByRole('button').click();
    await page.locator('#talk .theirs').nth(before).waitFor();
    expect(await textsOf(page.locator('.place summary'))).toEqual(['工作地 广东', '户籍 湖北']);
  });

  it('and opens the article behind the source, the gloss of a term, and the example', async () => {
    const page = await openPage();
    const answer = (await ask(page, '办转移一共要几天')).locator('.answer').first();

    await answer.locator('.source summary').click();
    expect(await textOf(answer.locator('.source-text'))).toContain('城镇企业职工基本养老保险关系转移接续暂行办法');
    const term = answer.locator('.term').first();
    await term.locator('summary').click();
    expect(await term.locator('.gloss').isVisible()).toBe(true);

    const example = await press(page, '举个例子');
    expect(await textOf(example.locator('.example'))).toMatch(/\d/);
  });

  it('and presses a question that is often asked, the first of which is the highlighted one', async () => {
    const page = await openPage();
    const first = page.locator('.asked-most button').first();
    expect(await textOf(first.locator('.mark'))).toBe('重点');
    await first.click();
    await page.locator('#talk .answer .item').first().waitFor();
    expect(await textOf(page.locator('#talk .answer .item').first())).toBe('第7条');
  });

  it('and, on a wide screen, sees the whole entry beside the talk', async () => {
    const page = await openPage({ width: 1280, height: 800 });
    await ask(page, '办转移一共要几天');
    const entry = page.locator('#entry');
    expect(await entry.isVisible()).toBe(true);
    expect(await textsOf(entry.locator('h4'))).toEqual(
      expect.arrayContaining(['具体是这样', '接下来怎么做', '举个例子', '依据']),
    );
  });

  it('and finds the talk again after a reload and after the server was started anew', async () => {
    const own = await startSite({ dataDir: `${site.dataDir}/again` });
    const { page } = await openScreen(browser);
    open.push(page);
    await page.goto(own.address);
    await ask(page, '办转移一共要几天');
    await page.reload();
    expect(await textOf(page.locator('#talk .mine'))).toContain('办转移一共要几天');

    const port = Number(new URL(own.address).port);
    await own.close();
    const anew = await startSite({ dataDir: `${site.dataDir}/again`, port });
    await page.reload();
    expect(await textOf(page.locator('#talk .answer .item').first())).toBe('第7条');
    await anew.close();
    // Two servers are started for this; on a busy machine each takes seconds.
  }, 90_000);

  it('and an ID number in the message is masked when it comes back', async () => {
    const page = await openPage();
    await ask(page, '我的身份证号是11010519491231002X，办转移一共要几天');
    expect(await textOf(page.locator('#talk'))).not.toContain('11010519491231002X');
  });
});

describe('A question that might mean several things', () => {
  it('is asked back with choices, and a bare number chooses one', async () => {
    const page = await openPage();
    await ask(page, '办转移一共要几天');
    await press(page, '不是问这个');
    const choices = await textsOf(page.locator('.options.list button'));
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(4);
    expect(choices.at(-1)).toBe('都不是');

    const reply = await ask(page, '1');
    expect(await textOf(reply.locator('.answer .asked').first())).toBe(choices[0]);
  });
});

describe('A question that is none of ours', () => {
  it('gets an honest no, and ways on: topics, a person, leaving the question', async () => {
    const page = await openPage();
    const reply = await ask(page, '火星上有没有水');
    expect(await reply.locator('.answer').count()).toBe(0);
    expect(await textsOf(page.locator('.options button'))).toEqual(
      expect.arrayContaining(['目录', '找工作人员', '留下问题']),
    );
  });

  it('can be left for the staff', async () => {
    const page = await openPage();
    await ask(page, '火星上有没有水');
    await press(page, '留下问题');
    const reply = await ask(page, '我户口在两个省都有记录，算哪个');
    expect(await textOf(reply)).toMatch(/编号 \d{6}/);
  });
});

describe('A question as of another day', () => {
  it('says so on every answer until today is asked for again', async () => {
    const page = await openPage();
    const then = await ask(page, '截至2010年6月，办转移一共要几天');
    expect(await textOf(then.locator('.as-of').first())).toContain('2010-06-01');
    const now = await ask(page, '按今天回答');
    expect(await textOf(now)).toMatch(/按今天/);
    const again = await ask(page, '办转移一共要几天');
    expect(await again.locator('.as-of').count()).toBe(0);
  });

  it('has its own lasting address, which says the rule of that day', async () => {
    const page = await openPage({}, '/entry/minimum-years?lang=zh-CN&asof=2035-01-01');
    expect(await textOf(page.locator('.as-of'))).toContain('2035-01-01');
    await page.getByLabel('看某一天的规定').fill('2009-01-01');
    await page.getByRole('button', { name: '看', exact: true }).click();
    await page.waitForURL(/asof=2009-01-01/);
    expect(await page.locator('.entry .asked').isVisible()).toBe(true);
  });
});

describe('The language', () => {
  it('is changed by one button, for the page and for the answers of the talk', async () => {
    const page = await openPage();
    await ask(page, '办转移一共要几天');
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    const reply = await ask(page, '办转移一共要几天');
    expect(await reply.locator('.answer').first().getAttribute('lang')).toBe('en');
    // Told to the bot without a message that the person never wrote.
    expect(await textsOf(page.locator('#talk .mine .bubble'))).toEqual(['办转移一共要几天', '办转移一共要几天']);
  });
});

describe('Clearing the talk', () => {
  it('leaves nothing of it for the next person at the same computer', async () => {
    const page = await openPage();
    await ask(page, '我在东莞干了八年，老家河南，办转移一共要几天？');
    await page.getByRole('button', { name: '清空这次谈话' }).click();
    await page.waitForURL((url) => url.hash === '');
    expect(await page.locator('#talk .turn').count()).toBe(0);
    expect(await textsOf(page.locator('.place summary'))).toEqual(['工作地 未填', '户籍 未填']);
  });
});
