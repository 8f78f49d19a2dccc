import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findChromium } from '../../src/chromium.ts';
import type { Line } from '../../src/line.ts';
import { mediaOverLine } from '../../src/media-over-line.ts';
import { keepTimes, type Times } from './clock.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream=fps=15',
  '--autoplay-policy=no-user-gesture-required',
];

export interface Cookie {
  name: string;
  value: string;
}

/** A browser whose way to this port, and whose media, take the line where there is one. */
export async function startBrowser(port?: number, line?: Line): Promise<Browser> {
  const rule = port && line ? [`--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${line.tcp}`] : [];
  return chromium.launch({ executablePath: await findChromium(), args: [...flags, ...rule] });
}

/** A page that keeps its times from the click on this button on. */
export async function openPage(browser: Browser, options: { button: string; line?: Line; cookie?: Cookie; url: string }): Promise<Page> {
  const { button, line, cookie, url } = options;
  const context: BrowserContext = await browser.newContext({
    permissions: ['camera', 'microphone'],
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
  });
  if (line) await context.addInitScript(mediaOverLine, line.udp);
  await context.addInitScript(keepTimes, button);
  if (cookie) await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

export const timesOf = (page: Page): Promise<Times> => page.evaluate(() => window.benchTimes);

/** Asks until it is so; a bench that waits in vain says for what. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>, withinMs = 30_000): Promise<T> {
  for (const from = Date.now(); Date.now() - from < withinMs;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}`);
}
