/** A real browser: the one from npm, or the system's where that one doesn't run. */
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Our own: those that come with the package switch web security off, and the tests are about that too. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
];

export async function openBrowser(): Promise<Browser> {
  const system = SYSTEM.find((file) => existsSync(file));
  const launch = (executablePath: string) => driver.launch({ executablePath, args: ARGS, timeout: 60_000 });
  try {
    return await launch(await chromium.executablePath());
  } catch (error) {
    if (system === undefined) throw error;
    return await launch(system);
  }
}

export interface Screen {
  readonly language?: 'zh-CN' | 'zh-TW' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
  readonly touch?: boolean;
}

/** A person's browser with nothing in it; phone-sized unless said otherwise. */
export async function openScreen(
  browser: Browser,
  screen: Screen = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const { language = 'zh-CN', width = 360, height = 740, dark = false, script = true, touch = false } = screen;
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
  return { context, page: await context.newPage() };
}
