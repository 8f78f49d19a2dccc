import type { Page } from '@playwright/test';
import { command as task } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { openLine, type Line } from '../src/line.ts';
import { say, step } from '../src/progress.ts';
import { startStack, type Stack } from '../src/stack.ts';
import { command, makeSession, seat } from './group.ts';
import { serveBarePage } from './media/bare-page.ts';
import { startBrowser, timesOf, until } from './media/browsers.ts';
import { clickJoin, openBare, openOurs, readyToJoin } from './media/pages.ts';
import { makeBareRoom } from './media/sfu.ts';

const rounds = Number(process.env['ROUNDS'] ?? 7);
const oneWayMs = 25;

/** Milliseconds from the click. */
interface Joined {
  asked: number;
  open: number;
  connected: number;
  firstFrame: number;
  seen: number;
}
const parts = ['connected', 'firstFrame', 'seen'] as const;
const shownParts = ['asked', 'open', ...parts] as const;

/** How many remote pictures a page has shown so far. */
const shownOn = async (page: Page): Promise<number> => (await timesOf(page)).frames.length;

/** What became of one joining; the click's time is the page's own unless it was somebody else's click. */
async function joined(joiner: Page, host: Page, shownBefore: number, clickedAt?: number): Promise<Joined> {
  const times = await until('the joiner sees the host', async () => {
    const now = await timesOf(joiner);
    return now.connected !== null && now.frames.length > 0 && now;
  });
  const seenAt = await until('the host sees the joiner', async () => (await timesOf(host)).frames[shownBefore]);
  const begun = clickedAt ?? times.begun ?? NaN;
  const since = (at: number | null | undefined) => (at ?? NaN) - begun;
  const { asked, open, connected, frames } = times;
  return { asked: since(asked), open: since(open), connected: since(connected), firstFrame: since(frames[0]), seen: since(seenAt) };
}

async function measureBare(stack: Stack, line?: Line): Promise<Joined[]> {
  const [served, hosts, joiners] = [await serveBarePage(), await startBrowser(), await startBrowser()];
  const place = { stack, room: `bare-${line ? 'far' : 'near'}`, pageUrl: served.url };
  await makeBareRoom(stack, place.room);
  const host = await openBare(hosts, place);
  await clickJoin(host);
  const found: Joined[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const page = await openBare(joiners, place, line);
    const before = await shownOn(host);
    await clickJoin(page);
    const one = await joined(page, host, before);
    if (round > 0) found.push(one);
    await page.context().close();
  }
  await Promise.all([hosts.close(), joiners.close()]);
  served.close();
  return found;
}

/** Whoever only closes the page keeps a place on the others' pages for a while. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('toolbar', { name: 'Controls' }).waitFor({ state: 'detached' });
}

/** First through the waiting room, from the command that admits; then again by a click on Join. */
async function measureOurs(stack: Stack, line?: Line): Promise<{ admitted: Joined[]; returned: Joined[] }> {
  const { sessionId, database } = await makeSession(stack);
  const [hosts, joiners] = [await startBrowser(), await startBrowser(stack.port, line)];
  const lead = await seat(stack, database, sessionId, 'lead');
  const host = await openOurs(hosts, stack, { sessionId, member: lead });
  await clickJoin(host);
  await host.getByRole('toolbar', { name: 'Controls' }).waitFor();
  const found = { admitted: new Array<Joined>(), returned: new Array<Joined>() };
  for (let round = 0; round <= rounds; round += 1) {
    const member = await seat(stack, database, sessionId, 'guest');
    const page = await openOurs(joiners, stack, { sessionId, member, ...(line && { line }) });
    await clickJoin(page);
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor({ state: 'detached' });
    await until('somebody waits', async () => (await host.getByRole('button', { name: /^Admit / }).count()) > 0);
    let before = await shownOn(host);
    const admittedAt = Date.now();
    await command(stack, sessionId, lead, { type: 'admit', seatId: member.seatId });
    const admitted = await joined(page, host, before, admittedAt);
    await leave(page);
    await page.reload();
    await readyToJoin(page);
    before = await shownOn(host);
    await clickJoin(page);
    const returned = await joined(page, host, before);
    if (round > 0) found.admitted.push(admitted);
    if (round > 0) found.returned.push(returned);
    await leave(page);
    await page.context().close();
  }
  await Promise.all([hosts.close(), joiners.close(), database.end()]);
  return found;
}

const sorted = (all: readonly Joined[], part: keyof Joined): number[] => all.map((one) => one[part]).sort((a, b) => a - b);
const median = (values: readonly number[]): number => values[Math.floor(values.length / 2)] ?? NaN;

function show(name: string, all: readonly Joined[]): void {
  const columns = shownParts.map((part) => {
    const values = sorted(all, part);
    return `${part} ${[values[0], median(values), values.at(-1)].map((value) => (value ?? NaN).toFixed(0)).join('/')}`;
  });
  say(`  ${name.padEnd(18)} ${columns.join('   ')}  (n=${all.length})`);
}

/** At most a tenth longer than the plain page, or 50 ms, whichever is more. */
function judge(name: string, ours: readonly Joined[], bare: readonly Joined[]): boolean {
  let isGood = true;
  for (const part of parts) {
    const [mine, plain] = [median(sorted(ours, part)), median(sorted(bare, part))];
    const allowed = Math.max(plain * 1.1, plain + 50);
    if (mine > allowed) isGood = false;
    say(
      `    ${name}, ${part}: ${(mine / plain).toFixed(2)} of the bare page, ${(mine - plain).toFixed(0)} ms more${mine > allowed ? ': TOO MUCH' : ''}`,
    );
  }
  return isGood;
}

async function compare(stack: Stack, isFar: boolean): Promise<boolean> {
  say(isFar ? `\nWith ${2 * oneWayMs} ms there and back (min/median/max in ms):` : '\nOn this machine (min/median/max in ms):');
  const to = { udp: stack.livekit.udpPort, oneWayMs };
  const [bareLine, line] = isFar
    ? [await openLine({ ...to, tcp: stack.livekit.port }), await openLine({ ...to, tcp: stack.port })]
    : [undefined, undefined];
  const bare = await measureBare(stack, bareLine);
  show('bare page', bare);
  const { admitted, returned } = await measureOurs(stack, line);
  show('after admission', admitted);
  show('click on Join', returned);
  if (line && line.datagrams() === 0) throw new Error('Media did not take the slow line.');
  await Promise.all([bareLine?.close(), line?.close()]);
  return [judge('after admission', admitted, bare), judge('click on Join', returned, bare)].every(Boolean);
}

await task(async () => {
  await compile();
  const stack = await step('Starting everything', () => startStack({ demo: true }));
  try {
    const [near, far] = [await compare(stack, false), await compare(stack, true)];
    return near && far ? 0 : 1;
  } finally {
    await stack.stop();
  }
});
