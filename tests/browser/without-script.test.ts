/** Everything works with JavaScript blocked: a page at a time, the talk so far on each. */
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openScreen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { textOf, textsOf } from './talk-on-page.ts';

let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
beforeEach(async () => {
  ({ page } = await openScreen(browser, { script: false }));
  await page.goto(site.address);
});
afterEach(async () => {
  await page?.context().close();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function send(text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.getByRole('button', { name: '发送' }).click();
  await page.waitForLoadState();
}

describe('With JavaScript blocked', () => {
  it('the welcome is there at once', async () => {
    expect(await textOf(page.locator('h1'))).toBe('换了省，养老保险怎么转？');
    expect(await page.locator('.asked-most button').count()).toBeGreaterThanOrEqual(5);
  });

  it('a question is answered, and the next page still shows the one before', async () => {
    await send('办转移一共要几天');
    expect(await textOf(page.locator('#talk .answer .item').first())).toBe('第7条');
    await send('能退保吗');
    expect(await textsOf(page.locator('#talk .mine .bubble'))).toEqual(['办转移一共要几天', '能退保吗']);
    expect(page.url()).toBe(`${site.address}/#latest`);
  });

  it('a term of the answer opens its gloss', async () => {
    await send('办转移一共要几天');
    const term = page.locator('#talk .answer .term').first();
    await term.locator('summary').click();
    expect(await term.locator('.gloss').isVisible()).toBe(true);
  });

  it('buttons, settings and places are plain forms', async () => {
    await send('办转移一共要几天');
    await page.getByRole('button', { name: '举个例子' }).click();
    await page.waitForLoadState();
    expect(await page.locator('#talk .example').count()).toBe(1);

    await page.locator('.place summary').first().click();
    await page.getByLabel('你现在在哪里上班？').selectOption('浙江');
    await page.locator('.place').first().getByRole('button').click();
    await page.waitForLoadState();
    expect(await textOf(page.locator('.place summary').first())).toBe('工作地 浙江');

    await page.getByRole('button', { name: '大字' }).click();
    await page.waitForLoadState();
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    await page.getByRole('button', { name: '深色' }).first().click();
    await page.waitForLoadState();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('button', { name: '繁體中文' }).click();
    await page.waitForLoadState();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  });

  it('reloading the answer asks nothing twice', async () => {
    await send('办转移一共要几天');
    await page.reload();
    expect(await page.locator('#talk .mine').count()).toBe(1);
  });
});
