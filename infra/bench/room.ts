import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { command as task } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { say, step } from '../src/progress.ts';
import { startStack, type Stack } from '../src/stack.ts';
import { command, type Member, seat } from './group.ts';
import { serveBarePage } from './media/bare-page.ts';
import { openPage, startBrowser, until } from './media/browsers.ts';
import { buildCrowd, keyOf, sendCrowd } from './media/crowd.ts';
import { cookieOf } from './media/pages.ts';
import { keepPeers, type Load, measureLoad, receivedOn } from './media/received.ts';
import { type Layer, recordLayers } from './media/recorded.ts';
import { beatAll, closeHall, type Hall, openHall } from './viewers.ts';

const crowds = (process.env['PUBLISHERS'] ?? '3,6,12,24').split(',').map(Number);
const rounds = Number(process.env['ROUNDS'] ?? 3);
/** The SFU begins with small pictures, and tries larger ones. */
const settleMs = 12_000;
const seconds = 10;
/** A page of the grid shows so many others. */
const onOnePage = 9;
const layouts = ['grid', 'calm'] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function shows(page: Page, pictures: number): Promise<void> {
  await until(`${pictures} pictures move`, async () => (await receivedOn(page)).pictures >= pictures);
  await pause(settleMs);
}

/** Somebody new with a seat, who will only watch, and who may let them in. */
async function newcomer(stack: Stack, { sessionId, viewers }: Hall): Promise<{ member: Member; lead: Member }> {
  const lead = viewers[0]?.member;
  if (!lead) throw new Error('Nobody can let the viewer in.');
  const database = new pg.Client({ connectionString: stack.ownerUrl });
  await database.connect();
  const member = await seat(stack, database, sessionId, 'observer');
  await database.end();
  return { member, lead };
}

/** The plain client in the same room, on a seat of its own: it takes and shows everyone. */
async function bareLoad(browser: Browser, stack: Stack, at: { hall: Hall; pageUrl: string; pictures: number }): Promise<Load> {
  const { hall, pageUrl, pictures } = at;
  const { member, lead } = await newcomer(stack, hall);
  await command(stack, hall.sessionId, member, { type: 'arrive', device: member.device, stayHere: false });
  await command(stack, hall.sessionId, lead, { type: 'admit', seatId: member.seatId });
  const page = await openPage(browser, { button: 'Join', url: pageUrl });
  await page.context().addInitScript(keepPeers);
  const token = await keyOf(stack, hall.sessionId, member);
  const query = { url: `ws://127.0.0.1:${stack.livekit.port}`, token, watch: '1' };
  await page.goto(`${pageUrl}?${new URLSearchParams(query).toString()}`);
  await page.getByRole('button', { name: 'Join' }).click();
  await shows(page, pictures);
  const load = await measureLoad(page, seconds);
  await page.context().close();
  return load;
}

/** Our room as somebody new sees it who only watches. */
async function ourLoad(browser: Browser, stack: Stack, at: { hall: Hall; layout: string; pictures: number }): Promise<Load> {
  const { hall, layout, pictures } = at;
  const { member, lead } = await newcomer(stack, hall);
  const page = await openPage(browser, { button: 'Join', url: stack.url, cookie: cookieOf(member) });
  await page.context().addInitScript(keepPeers);
  await page.context().addInitScript((chosen) => localStorage.setItem('rejoin-seeing', JSON.stringify({ layout: chosen })), layout);
  await page.goto(`${stack.url}/sessions/${hall.sessionId}/room`);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await until('the viewer is let in', () =>
    command(stack, hall.sessionId, lead, { type: 'admit', seatId: member.seatId }).then(
      () => true,
      () => false,
    ),
  );
  await shows(page, pictures);
  const load = await measureLoad(page, seconds);
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.context().close();
  return load;
}

const parts = ['mainThread', 'heapMegabytes', 'framesPerSecond', 'kbps'] as const;

function middle(loads: readonly Load[]): Load {
  const of = (part: keyof Load) => median(loads.map((load) => load[part]));
  return { mainThread: of('mainThread'), heapMegabytes: of('heapMegabytes'), framesPerSecond: of('framesPerSecond'), kbps: of('kbps') };
}

function show(name: string, load: Load, bare: Load): void {
  const { mainThread, heapMegabytes, framesPerSecond, kbps } = load;
  const ratios = parts.map((part) => (load[part] / bare[part]).toFixed(2)).join(' / ');
  say(
    `  ${name.padEnd(10)} main thread ${(mainThread * 100).toFixed(1)} % of a core   heap ${heapMegabytes.toFixed(1)} MB   ` +
      `${framesPerSecond.toFixed(0)} frames/s   ${kbps.toFixed(0)} kbit/s   (${ratios} of the bare page)`,
  );
}

/** Whether the calm layout takes in at least 70 % less than the grid. */
async function measureCrowd(stack: Stack, count: number, layers: readonly Layer[], bareUrl: string): Promise<boolean> {
  const hall = await openHall(stack, count);
  const stopBeats = beatAll([hall]);
  const members = hall.viewers.map(({ member }) => member);
  const crowd = await sendCrowd(stack, { sessionId: hall.sessionId, members, layers });
  const browser = await startBrowser();
  try {
    const found: Record<'bare' | (typeof layouts)[number], Load[]> = { bare: [], grid: [], calm: [] };
    for (let round = 0; round < rounds; round += 1) {
      found.bare.push(await bareLoad(browser, stack, { hall, pageUrl: bareUrl, pictures: count }));
      for (const layout of layouts) {
        const pictures = layout === 'calm' ? 1 : Math.min(count, onOnePage);
        found[layout].push(await ourLoad(browser, stack, { hall, layout, pictures }));
      }
    }
    const bare = middle(found.bare);
    say(`${count} people send (medians of ${rounds}):`);
    show('bare page', bare, bare);
    for (const layout of layouts) show(layout, middle(found[layout]), bare);
    const less = 1 - middle(found.calm).kbps / middle(found.grid).kbps;
    say(`  calm takes in ${(less * 100).toFixed(0)} % less than the grid`);
    return count !== 12 || less >= 0.7;
  } finally {
    await browser.close();
    await crowd.stop();
    stopBeats();
    closeHall(hall);
  }
}

await task(async () => {
  await compile();
  await step('Building the load generator', buildCrowd);
  const stack = await step('Starting everything', () => startStack({ demo: true }));
  const [served, recorder] = [await serveBarePage(), await startBrowser()];
  try {
    const page = await recorder.newPage();
    await page.goto(served.url);
    const layers = await step('Recording a camera in three sizes', () => recordLayers(page));
    await recorder.close();
    let isGood = true;
    for (const count of crowds) isGood = (await measureCrowd(stack, count, layers, served.url)) && isGood;
    return isGood ? 0 : 1;
  } finally {
    served.close();
    await stack.stop();
  }
});
