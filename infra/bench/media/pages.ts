import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Line } from '../../src/line.ts';
import type { Stack } from '../../src/stack.ts';
import type { Member } from '../group.ts';
import { openPage, type Cookie } from './browsers.ts';
import { bareToken } from './sfu.ts';

export interface BarePlace {
  stack: Stack;
  room: string;
  pageUrl: string;
}

export function cookieOf({ cookie }: Member): Cookie {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value: decodeURIComponent(value) };
}

/** A page of the plain client, ready for the click on Join. */
export async function openBare(browser: Browser, { stack, room, pageUrl }: BarePlace, line?: Line): Promise<Page> {
  const page = await openPage(browser, { button: 'Join', url: pageUrl, ...(line && { line }) });
  const url = `ws://127.0.0.1:${line?.tcp ?? stack.livekit.port}`;
  await page.goto(`${pageUrl}?${new URLSearchParams({ url, token: bareToken(stack, room, randomUUID()) }).toString()}`);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

/** Our page before the room, ready for the click on Join. */
export async function openOurs(browser: Browser, stack: Stack, at: { sessionId: string; member: Member; line?: Line }): Promise<Page> {
  const { sessionId, member, line } = at;
  const page = await openPage(browser, { button: 'Join', url: stack.url, cookie: cookieOf(member), ...(line && { line }) });
  await page.goto(`${stack.url}/sessions/${sessionId}/room`);
  await readyToJoin(page);
  return page;
}

export async function readyToJoin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await page.locator('video').first().waitFor();
}

export const clickJoin = (page: Page): Promise<void> => page.getByRole('button', { name: 'Join', exact: true }).click();
