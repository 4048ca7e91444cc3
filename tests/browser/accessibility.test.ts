/** For everyone: axe finds nothing in both themes and three languages; the keyboard alone is enough; nothing is small. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { ask } from './talk-on-page.ts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const QUESTION = {
  'zh-CN': '办转移一共要几天',
  'zh-TW': '辦轉移一共要幾天',
  en: 'How many days until the transfer is finished?',
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

async function openPage(screen: Screen, path = '/'): Promise<Page> {
  const { page } = await openScreen(browser, screen);
  open.push(page);
  await page.goto(site.address + path);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  // The policy of the page forbids inline scripts; the debugger's evaluate is not the page's.
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const SCREENS = (['zh-CN', 'zh-TW', 'en'] as const).flatMap((language) =>
  [false, true].map((dark) => ({ language, dark, name: `${language}, ${dark ? 'dark' : 'light'}` })),
);

describe('axe finds nothing to object to', () => {
  it.each(SCREENS)('on the chat page with an answer open ($name)', async ({ language, dark }) => {
    const page = await openPage({ language, dark });
    const reply = await ask(page, QUESTION[language]);
    await reply.locator('.source summary').first().click();
    for (const term of await reply.locator('.term summary').all()) await term.click();
    await page.locator('.place summary').first().click();
    expect(await violations(page)).toEqual([]);
  });

  it.each(SCREENS)('on the page of an entry ($name)', async ({ language, dark }) => {
    const tag = language === 'zh-TW' ? 'zh-Hant' : language;
    const page = await openPage({ language, dark }, `/entry/procedure-three-15-days?lang=${tag}`);
    expect(await violations(page)).toEqual([]);
  });

  it('on a wide screen with the entry beside the talk, and on the list of topics', async () => {
    const page = await openPage({ width: 1280, height: 800 });
    await ask(page, '办转移一共要几天');
    expect(await violations(page)).toEqual([]);
    await ask(page, '目录');
    expect(await violations(page)).toEqual([]);
  });
});

describe('The keyboard alone', () => {
  it('skips to the question, sends it, opens the source, and presses what comes next', async () => {
    const page = await openPage({});
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('text');
    await page.keyboard.type('办转移一共要几天');
    await page.keyboard.press('Enter');
    await page.locator('#talk .answer').first().waitFor();
    // The place to write keeps the focus: one may go on writing.
    expect(await page.evaluate('document.activeElement?.id')).toBe('text');

    await tabBackTo(page, '.source summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.source-text').first().isVisible()).toBe(true);

    await page.locator('#text').focus();
    await tabBackTo(page, '.options button[value="举个例子"]');
    await page.keyboard.press('Enter');
    await page.locator('#talk .example').first().waitFor();
    // The pressed button is gone; the focus stands on the answer, not at the top of the page.
    expect(await page.evaluate("document.activeElement?.classList.contains('theirs')")).toBe(true);
  });

  it('shows where it is', async () => {
    const page = await openPage({});
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).toBe('solid');
    }
  });
});

async function tabBackTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Shift+Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

describe('On the smallest phone', () => {
  it.each([false, true])('nothing is wider than the screen (large letters: %s)', async (large) => {
    const page = await openPage({ width: 360 });
    if (large) await page.getByRole('button', { name: '大字' }).click();
    const reply = await ask(page, '我在东莞干了八年，老家河南，办转移一共要几天？');
    await reply.locator('.source summary').first().click();
    await ask(page, '看依据');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('every button and field is at least 44 px high, and letters are 17 px or, when large, 22 px', async () => {
    const page = await openPage({ width: 360 });
    await ask(page, '办转移一共要几天');
    const low = await page
      .locator('button:visible, select:visible, textarea:visible, .source summary, .place summary')
      .evaluateAll((elements) =>
        elements.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.outerHTML),
      );
    expect(low).toEqual([]);
    const size = () => page.evaluate('getComputedStyle(document.body).fontSize');
    expect(await size()).toBe('17px');
    await page.getByRole('button', { name: '大字' }).click();
    await page.waitForLoadState();
    expect(await size()).toBe('22px');
  });
});
