/** What a person sees when the network or the server is slow, away or failing. Each state is said in words. */
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openScreen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { ask, textOf, textsOf } from './talk-on-page.ts';

let site: Site;
let browser: Browser;
let page: Page;
let beforeTurn: () => Promise<void> = async () => {};

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ beforeTurn: () => beforeTurn() }), openBrowser()]);
});
beforeEach(async () => {
  beforeTurn = async () => {};
  ({ page } = await openScreen(browser));
  await page.goto(site.address);
});
afterEach(async () => {
  await page?.context().close();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const state = () => page.locator('.pending .state');

async function send(text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

describe('While the answer is on its way', () => {
  it('the page says that it is looking, then that it takes long', async () => {
    await page.clock.install();
    let letGo: () => void = () => {};
    beforeTurn = () => new Promise((go) => (letGo = go));
    await send('办转移一共要几天');
    expect(await textOf(state())).toBe('正在找答案…');
    await page.clock.fastForward(10_000);
    expect(await textOf(state())).toBe('网络有点慢，还在等答案…');
    expect(await textOf(page.getByRole('status'))).toBe('网络有点慢，还在等答案…');
    letGo();
    await page.locator('#talk .answer').first().waitFor();
    expect(await page.locator('.pending').count()).toBe(0);
  });
});

describe('Without a network', () => {
  it('what was typed is kept, through a reload too, and goes out when the network is back', async () => {
    await page.context().setOffline(true);
    await send('办转移一共要几天');
    await page.locator('.pending.offline').waitFor();
    expect(await textOf(state())).toBe('现在没有网络。你写的留着，连上就发。');

    await page.context().setOffline(false);
    await page.locator('#talk .answer').first().waitFor();
    expect(await textsOf(page.locator('#talk .mine .bubble'))).toEqual(['办转移一共要几天']);
  });

  it('two messages go out in the order they were written', async () => {
    await page.context().setOffline(true);
    await send('办转移一共要几天');
    await send('能退保吗');
    await page.context().setOffline(false);
    await page.locator('#talk .theirs').nth(1).waitFor();
    expect(await textsOf(page.locator('#talk .mine .bubble'))).toEqual(['办转移一共要几天', '能退保吗']);
  });

  it('a message whose answer was lost on the way is not asked twice', async () => {
    let lost = false;
    await page.route('**/talk', async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.clock.install();
    await send('办转移一共要几天');
    await page.locator('.pending.offline').waitFor();
    await page.clock.fastForward(5_000);
    await page.locator('#talk .answer').first().waitFor();
    expect(await page.locator('#talk .mine').count()).toBe(1);
  });

  it('a half-written question survives a change of settings', async () => {
    await page.locator('#text').fill('我想问');
    await page.getByRole('button', { name: '大字' }).click();
    await page.waitForLoadState();
    expect(await page.locator('#text').inputValue()).toBe('我想问');
  });
});

describe('When the server refuses or fails', () => {
  it('the page says so and offers to send again', async () => {
    let fails = true;
    await page.route('**/talk', (route) => (fails ? route.fulfill({ status: 500, body: '' }) : route.continue()));
    await send('办转移一共要几天');
    await page.locator('.pending.failed').waitFor();
    expect(await textOf(state())).toMatch(/^没发出去，你写的还在。/);
    fails = false;
    await page.getByRole('button', { name: '再发一次' }).click();
    await page.locator('#talk .answer').first().waitFor();
  });

  it('a failing turn gets an apology, not a code', async () => {
    beforeTurn = () => Promise.reject(new Error('the disk is on fire'));
    const reply = await ask(page, '办转移一共要几天');
    const words = await textOf(reply);
    expect(words.length).toBeGreaterThan(10);
    expect(words).not.toMatch(/error|disk|500|undefined/i);
  });
});
