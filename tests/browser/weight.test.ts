/** What the page costs and whom it tells: at most 150 kB, all from this server, nothing inline, cookies that stay here. */
import type { Browser } from 'playwright-core';
import { openBrowser, openScreen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { ask } from './talk-on-page.ts';

const MOST_BYTES = 150 * 1024;

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('The first load', () => {
  it('weighs at most 150 kB compressed, script at most 12 kB before that', async () => {
    const { page, context } = await openScreen(browser);
    const loaded: { path: string; bytes: number }[] = [];
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      loaded.push({ path: new URL(request.url()).pathname, bytes: responseBodySize + responseHeadersSize });
    });
    await page.goto(site.address, { waitUntil: 'networkidle' });
    await context.close();
    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeGreaterThan(4_000);
    expect(total).toBeLessThanOrEqual(MOST_BYTES);
    expect(loaded.map(({ path }) => path).sort()).toEqual([
      '/',
      '/static/page.css',
      '/static/page.js',
      '/static/tokens.css',
    ]);

    const script = await fetch(`${site.address}/static/page.js`);
    expect((await script.text()).length).toBeLessThan(12_000);
  });

  it('asks nobody else for anything, in a whole talk and on the page of an entry', async () => {
    const { page, context } = await openScreen(browser, { width: 1280, height: 800 });
    const elsewhere: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== site.address) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.goto(site.address);
    await ask(page, '办转移一共要几天');
    await ask(page, '看依据');
    await page.goto(`${site.address}/entry/no-refund`);
    await context.close();
    expect(elsewhere).toEqual([]);
    expect(refused).toEqual([]);
  });

  it('has a policy without inline script or style, and no page breaks it', async () => {
    const response = await fetch(site.address);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe/);
    const markup = await response.text();
    expect(markup).not.toMatch(/<style|<script(?![^>]*src=)|\sstyle=|\son\w+=/);
  });
});

describe('The talk', () => {
  it('is opened by a cookie that no script and no other site can use', async () => {
    const { page, context } = await openScreen(browser);
    await page.goto(site.address);
    expect(await context.cookies()).toEqual([]);
    await ask(page, '办转移一共要几天');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'yaodian-talk', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(await page.evaluate('document.cookie')).toBe('');
    await context.close();
  });

  it('cannot be posted to from another site', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${site.address}/talk`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ text: '能退保吗' }),
        redirect: 'manual',
      });
    expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ origin: site.address, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: site.address })).status).toBe(303);
  });
});
