/** Using the chat page as a person does, and waiting for what a person would see. */
import type { Locator, Page } from 'playwright-core';

/** Types and sends; resolves with the newest reply. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await page.locator('#talk .theirs').count();
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
  return newReply(page, before);
}

/** Presses a button of the page that says `title`; resolves with the newest reply. */
export async function press(page: Page, title: string | RegExp): Promise<Locator> {
  const before = await page.locator('#talk .theirs').count();
  await page.getByRole('button', { name: title }).first().click();
  return newReply(page, before);
}

async function newReply(page: Page, before: number): Promise<Locator> {
  const replies = page.locator('#talk .theirs');
  await replies.nth(before).waitFor();
  await page.locator('.pending').waitFor({ state: 'detached' });
  return replies.last();
}

/** The words of an element, as one line. */
export async function textOf(locator: Locator): Promise<string> {
  return oneLine((await locator.first().textContent()) ?? '');
}

/** The words of each element. */
export async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.allTextContents()).map(oneLine);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
