import { readFileSync } from 'node:fs';
import { command } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { say, step } from '../src/progress.ts';
import { startStack, type Stack } from '../src/stack.ts';
import { command as ask } from './group.ts';
import { beatAll, closeHall, type Hall, openHall } from './viewers.ts';

const roomCounts = (process.env['ROOMS'] ?? '10,25,50,100').split(',').map(Number);
const viewersEach = 12;
const seconds = 20;
const ticksPerSecond = 100;
const settleMs = 4_000;

interface Measured {
  rooms: number;
  p50: number;
  p99: number;
  bytes: number;
  serverShare: number;
  databaseShare: number;
  megabytes: number;
  missed: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Processor seconds that a process and those it started have used. */
function processorOf(pid: number): number {
  const [, rest = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const fields = rest.split(' ').map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) / ticksPerSecond;
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...childrenOf(child)]);
}

/** PostgreSQL works in a process for each connection. */
function processorOfDatabase(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + processorOf(one), 0);
}

function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** From the moment a command is sent until every page of its room has heard of it; in milliseconds. */
async function tellOne(stack: Stack, { sessionId, viewers }: Hall, asked: object): Promise<number | null> {
  const [, speaker] = viewers;
  if (!speaker) throw new Error('Nobody can speak.');
  const began = performance.now();
  const heard = viewers.map(({ socket }) => new Promise<number>((resolve) => socket.once('room.patch', () => resolve(performance.now()))));
  await ask(stack, sessionId, speaker.member, asked);
  const times = await Promise.race([Promise.all(heard), pause(5_000).then(() => null)]);
  return times && Math.max(...times) - began;
}

/** One event a second in a room, at a moment of its own within the second. */
async function live(stack: Stack, hall: Hall, until: number, times: (number | null)[]): Promise<void> {
  await pause(Math.random() * 1_000);
  for (let raised = false; performance.now() < until; raised = !raised) {
    const next = performance.now() + 1_000;
    times.push(
      await tellOne(stack, hall, {
        type: raised ? 'hand.lower' : 'hand.raise',
        ...(raised ? { seatId: hall.viewers[1]?.member.seatId } : {}),
      }),
    );
    await pause(Math.max(0, next - performance.now()));
  }
}

async function measure(stack: Stack, halls: readonly Hall[]): Promise<Measured> {
  const { server, postgres } = stack.pids();
  if (server === undefined || postgres === undefined) throw new Error('The server is not running.');
  let bytes = 0;
  const count = (packet: { data?: unknown }) => void (bytes += typeof packet.data === 'string' ? packet.data.length : 0);
  for (const { viewers } of halls) for (const { socket } of viewers) socket.io.engine.on('packet', count);
  const times: (number | null)[] = [];
  const [began, usedServer, usedDatabase] = [performance.now(), processorOf(server), processorOfDatabase(postgres)];
  await Promise.all(halls.map((hall) => live(stack, hall, began + seconds * 1_000, times)));
  const passed = (performance.now() - began) / 1_000;
  for (const { viewers } of halls) for (const { socket } of viewers) socket.io.engine.off('packet', count);
  const told = times.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (share: number) => told[Math.min(told.length - 1, Math.floor(told.length * share))] ?? 0;
  return {
    rooms: halls.length,
    p50: at(0.5),
    p99: at(0.99),
    bytes: bytes / (told.length * viewersEach),
    serverShare: (processorOf(server) - usedServer) / passed,
    databaseShare: (processorOfDatabase(postgres) - usedDatabase) / passed,
    megabytes: memoryOf(server),
    missed: times.length - told.length,
  };
}

function show(measured: Measured, base: Measured): void {
  const { rooms, p50, p99, bytes, serverShare, databaseShare, megabytes, missed } = measured;
  const cost = (one: Measured) => (one.serverShare + one.databaseShare) / one.rooms;
  const share = (value: number) => `${(value * 100).toFixed(0)} %`;
  say(
    `${String(rooms).padStart(4)} rooms  last viewer p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${bytes.toFixed(0)} bytes a viewer and event` +
      `  server ${share(serverShare)} of a core, database ${share(databaseShare)}  ${megabytes.toFixed(0)} MB` +
      `  cost of a room ${(cost(measured) / cost(base)).toFixed(2)} of that at ${base.rooms}${missed ? `  ${missed} NEVER TOLD` : ''}`,
  );
}

await command(async () => {
  await compile({ only: ['shared', 'server'] });
  const stack = await step('Starting everything', () => startStack({ demo: true }));
  const halls: Hall[] = [];
  try {
    say(`Rooms of ${viewersEach} viewers, one event a second in each, ${seconds} s; everyone's signs of life besides.`);
    let base: Measured | undefined;
    for (const count of roomCounts) {
      // Who has come has to show that they live while others still come.
      while (halls.length < count) {
        const stop = beatAll(halls);
        halls.push(...(await Promise.all([openHall(stack, viewersEach), openHall(stack, viewersEach)])));
        stop();
      }
      const stop = beatAll(halls);
      await pause(settleMs);
      const measured = await measure(stack, halls.slice(0, count));
      stop();
      base ??= measured;
      show(measured, base);
    }
  } finally {
    halls.forEach(closeHall);
    await stack.stop();
  }
  return 0;
});
