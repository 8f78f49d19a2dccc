import type { Page } from '@playwright/test';
import { command as task } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { openLine, type Line } from '../src/line.ts';
import { say, step } from '../src/progress.ts';
import { startStack, type Stack } from '../src/stack.ts';
import { command, makeSession, seat } from './group.ts';
import { serveBarePage } from './media/bare-page.ts';
import { startBrowser, timesOf, until } from './media/browsers.ts';
import { clickJoin, openBare, openOurs } from './media/pages.ts';
import { makeBareRoom } from './media/sfu.ts';

const rounds = Number(process.env['ROUNDS'] ?? 3);

type Wait = (seconds: number) => Promise<void>;
const wait: Wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Two pages that see each other; the guest is at the end of a line of its own. */
interface Pair {
  name: string;
  host: Page;
  guest: Page;
  line: Line;
  /** What the SFU has to be told after it was away. */
  again: () => Promise<void>;
  close(): Promise<void>;
}

interface Scenario {
  name: string;
  /** What our page has to hold: the picture is back within so many milliseconds. */
  withinMs: number | null;
  run: (stack: Stack, pair: Pair) => Promise<void>;
}

const scenarios: Scenario[] = [
  {
    name: 'the SFU away for 5 s',
    withinMs: 3_000,
    run: async (stack, { again }) => {
      await stack.stopLivekit('SIGKILL');
      await wait(5);
      await stack.startLivekit();
      await again();
    },
  },
  ...[5, 20].map((seconds) => ({
    name: `no network for ${seconds} s`,
    withinMs: seconds === 20 ? 2_000 : null,
    run: async (_: Stack, { line }: Pair) => {
      line.cut();
      await wait(seconds);
      line.heal();
    },
  })),
];

interface Recovered {
  guest: number;
  host: number;
  told: number | null;
}

const setMark = (page: Page, mark: number | null): Promise<void> =>
  page.evaluate(
    (at) => void Object.assign(window.benchTimes, { mark: at, after: null, told: at === null ? null : window.benchTimes.told }),
    mark,
  );

async function frameAfter(what: string, page: Page): Promise<number> {
  return until(what, async () => (await timesOf(page)).after, 60_000);
}

async function measure(stack: Stack, pair: Pair, { run }: Scenario): Promise<Recovered> {
  const { host, guest } = pair;
  for (const page of [host, guest]) {
    await setMark(page, 0);
    await frameAfter('both see each other', page);
    await setMark(page, null);
  }
  const cutAt = Date.now();
  await run(stack, pair);
  const healedAt = Date.now();
  for (const page of [guest, host]) await setMark(page, healedAt);
  const [sees, isSeen] = [await frameAfter('the guest sees again', guest), await frameAfter('the guest is seen again', host)];
  const { told } = await timesOf(guest);
  await wait(3);
  return { guest: sees - healedAt, host: isSeen - healedAt, told: told === null ? null : told - cutAt };
}

async function openBarePair(stack: Stack): Promise<Pair> {
  const [served, hosts, guests] = [await serveBarePage(), await startBrowser(), await startBrowser()];
  const line = await openLine({ tcp: stack.livekit.port, udp: stack.livekit.udpPort });
  const place = { stack, room: 'bare', pageUrl: served.url };
  await makeBareRoom(stack, place.room);
  const [host, guest] = [await openBare(hosts, place), await openBare(guests, place, line)];
  await guest.evaluate(() => {
    const room = Reflect.get(window, 'room') as { on(name: string, listener: () => void): void };
    for (const name of ['signalReconnecting', 'reconnecting']) room.on(name, () => (window.benchTimes.told ??= Date.now()));
  });
  for (const page of [host, guest]) await clickJoin(page);
  const close = async () => {
    await Promise.all([hosts.close(), guests.close(), line.close()]);
    served.close();
  };
  return { name: 'bare page', host, guest, line, again: () => makeBareRoom(stack, place.room), close };
}

async function openOurPair(stack: Stack): Promise<Pair> {
  const { sessionId, database } = await makeSession(stack);
  const line = await openLine({ tcp: stack.port, udp: stack.livekit.udpPort });
  const [hosts, guests] = [await startBrowser(), await startBrowser(stack.port, line)];
  const [lead, patient] = [await seat(stack, database, sessionId, 'lead'), await seat(stack, database, sessionId, 'guest')];
  const host = await openOurs(hosts, stack, { sessionId, member: lead });
  await clickJoin(host);
  await host.getByRole('toolbar', { name: 'Controls' }).waitFor();
  const guest = await openOurs(guests, stack, { sessionId, member: patient, line });
  await clickJoin(guest);
  await guest.getByRole('button', { name: 'Join', exact: true }).waitFor({ state: 'detached' });
  await command(stack, sessionId, lead, { type: 'admit', seatId: patient.seatId });
  await guest.evaluate(() => {
    const look = () => {
      if (document.body.textContent.includes('Your connection was interrupted')) window.benchTimes.told ??= Date.now();
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const close = async () => void (await Promise.all([hosts.close(), guests.close(), line.close(), database.end()]));
  return { name: 'Rejoin', host, guest, line, again: async () => undefined, close };
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const range = (values: number[]): string =>
  [Math.min(...values), middle(values), Math.max(...values)].map((one) => one.toFixed(0)).join('/');

function show(pair: Pair, all: readonly Recovered[]): void {
  const told = all.flatMap((one) => one.told ?? []);
  say(
    `  ${pair.name.padEnd(10)} sees again ${range(all.map(({ guest }) => guest))}   seen again ${range(all.map(({ host }) => host))}   ` +
      `trouble told after ${told.length > 0 ? range(told) : 'never'}  (n=${all.length})`,
  );
}

async function runScenario(stack: Stack, scenario: Scenario): Promise<boolean> {
  say(`\n${scenario.name} (min/median/max in ms, from its return):`);
  const medians: Recovered[] = [];
  for (const open of [openBarePair, openOurPair]) {
    const pair = await open(stack);
    const all: Recovered[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measure(stack, pair, scenario));
    show(pair, all);
    medians.push({ guest: middle(all.map(({ guest }) => guest)), host: 0, told: Math.max(...all.map(({ told }) => told ?? Infinity)) });
    await pair.close();
  }
  const [bare, ours] = medians;
  if (!bare || !ours) return false;
  const isBack = scenario.withinMs === null || ours.guest <= scenario.withinMs;
  const isTold = (ours.told ?? Infinity) <= 3_000;
  say(
    `    ${(ours.guest / bare.guest).toFixed(2)} of the bare page${isBack ? '' : ': TOO LATE'}${isTold ? '' : '; TROUBLE IS TOLD TOO LATE'}`,
  );
  return isBack && isTold;
}

await task(async () => {
  await compile();
  const stack = await step('Starting everything', () => startStack({ demo: true }));
  try {
    const results: boolean[] = [];
    for (const scenario of scenarios) results.push(await runScenario(stack, scenario));
    return results.every(Boolean) ? 0 : 1;
  } finally {
    await stack.stop();
  }
});
