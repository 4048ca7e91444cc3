/** The terms of art in a bubble really open: by touch, by keyboard, without script, in three languages. */
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { ask, press } from './talk-on-page.ts';

/** What is asked, what stands on the buttons that open the other parts, and a term of each bubble with its gloss. */
const TALKS = [
  {
    language: 'zh-CN',
    question: '我52岁，到浙江上班，为什么开临时账户',
    parts: ['详细说说', '举个例子', '下一步'],
    tag: 'zh-CN',
    gloss: /年龄较大/,
  },
  {
    language: 'zh-TW',
    question: '我52歲，到浙江上班，為什麼開臨時帳戶',
    parts: ['詳細說說', '舉個例子', '下一步'],
    tag: 'zh-Hant',
    gloss: /年齡較大/,
  },
  {
    language: 'en',
    question: 'I am 52 and work in Zhejiang. Why did I get a temporary account?',
    parts: ['Tell me more', 'An example', 'Next step'],
    tag: 'en',
    gloss: /at a later age/,
  },
] as const;

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

/** Opens each term of a bubble in turn; each shows a gloss of one line that was hidden before. */
async function tapAll(bubble: Locator): Promise<string[]> {
  const glosses: string[] = [];
  for (const term of await bubble.locator('.term').all()) {
    const gloss = term.locator('.gloss');
    expect(await gloss.isVisible()).toBe(false);
    await term.locator('summary').tap();
    expect(await gloss.isVisible()).toBe(true);
    glosses.push((await gloss.textContent()) ?? '');
    await term.locator('summary').tap();
    expect(await gloss.isVisible()).toBe(false);
  }
  expect(glosses.length).toBeGreaterThan(0);
  expect(new Set(glosses).size).toBe(glosses.length);
  return glosses;
}

describe.each(TALKS)('In $language', ({ language, question, parts, tag, gloss }) => {
  it('a finger opens every term of the answer, its points, example and steps', async () => {
    const page = await openPage({ language, touch: true });
    expect((await tapAll((await ask(page, question)).locator('.answer').first())).join('\n')).toMatch(gloss);
    for (const part of parts) await tapAll((await press(page, part)).locator('.answer').first());
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('the page of the entry opens them with JavaScript blocked', async () => {
    const page = await openPage({ language, touch: true, script: false }, `/entry/temporary-account?lang=${tag}`);
    await tapAll(page.locator('.entry'));
  });

  it('the keyboard reaches a term, opens and closes it, and shows where it is', async () => {
    const page = await openPage({ language }, `/entry/temporary-account?lang=${tag}`);
    const term = page.locator('.term').first();
    for (let step = 0; step < 40 && (await page.locator('.term summary:focus').count()) === 0; step++)
      await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await term.locator('.gloss').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect(await term.locator('.gloss').isVisible()).toBe(false);
  });
});
