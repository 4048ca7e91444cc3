/** Microsoft's stock Web Chat on the local Direct Line: says hello, takes a question, draws the answer as a card. */
import type { Browser } from 'playwright-core';
import { openBrowser, openScreen } from './open-browser.ts';
import { type Site, startSite } from './start-site.ts';
import { textOf } from './talk-on-page.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('The stock client talks with the bot over one WebSocket and asks nobody else', async () => {
  const { page, context } = await openScreen(browser, { width: 900, height: 700 });
  const elsewhere: string[] = [];
  const sockets: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address) && !request.url().startsWith('blob:')) elsewhere.push(request.url());
  });
  page.on('websocket', (socket) => sockets.push(new URL(socket.url()).host));
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });

  await page.goto(`${site.address}/webchat`);
  await page.getByText('你好，这里是要点').first().waitFor();
  const field = page.locator('.webchat__send-box-text-box__input');
  await field.fill('办转移一共要几天');
  await field.press('Enter');
  const card = page.locator('.ac-adaptiveCard').first();
  await card.waitFor();
  expect(await textOf(card)).toContain('第7条');

  await page.getByRole('toolbar').getByRole('button', { name: '举个例子' }).click();
  await page.locator('.ac-adaptiveCard').nth(1).waitFor();

  expect(sockets).toEqual([new URL(site.address).host]);
  expect(elsewhere).toEqual([]);
  expect(refused).toEqual([]);
  await context.close();
});
