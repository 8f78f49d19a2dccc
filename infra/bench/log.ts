import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { startPostgres, type Postgres } from '../src/postgres.ts';
import { say, step } from '../src/progress.ts';
import { runServerScript } from '../src/server.ts';
import { openRooms, type Rooms } from './rooms.ts';

const atOnce = 20;
const commandsEach = 100;

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Workers that each do one thing after another; every time in milliseconds. */
async function measure(work: (worker: number) => Promise<void>, workers = atOnce): Promise<Measured> {
  const times: number[] = [];
  const began = performance.now();
  const worker = async (n: number) => {
    for (let k = 0; k < commandsEach; k += 1) {
      const asked = performance.now();
      await work(n);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, n) => worker(n)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function line(name: string, { perSecond, p50, p99 }: Measured, more = ''): void {
  say(`${name.padEnd(42)} ${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms${more}`);
}

/** Commands of one session run one after the other, so its measure is the row that is committed alone. */
async function run(rooms: Rooms, sessions: readonly string[], one: string): Promise<void> {
  const sessionOf = (n: number): string => sessions[n] ?? one;
  await measure((n) => rooms.insert(sessionOf(n)));
  const together = await measure((n) => rooms.insert(sessionOf(n)));
  const alone = await measure(() => rooms.insert(one), 1);
  line('Baseline "together": a row, 20 at once', together);
  line('Baseline "alone": a row, one at a time', alone);
  const cases = [
    { name: 'Commands, 20 at once on 1 session', of: () => one, base: alone, baseName: 'alone' },
    { name: 'Commands, 1 each on 20 sessions', of: sessionOf, base: together, baseName: 'together' },
  ];
  for (const { name, of, base, baseName } of cases) {
    const before = rooms.tries();
    const measured = await measure((n) => rooms.say(of(n), randomUUID()));
    const tries = (rooms.tries() - before) / (atOnce * commandsEach);
    line(name, measured, `   ${(measured.perSecond / base.perSecond).toFixed(2)} of "${baseName}"   ${tries.toFixed(2)} tries per command`);
  }
  await rooms.verify([one, ...sessions]);
  say('Every log counts from 1 without a gap.');
}

async function withDatabase(work: (postgres: Postgres) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-bench-'));
  const passwords = { admin: 'admin', owner: 'owner', app: 'app' };
  const postgres = await startPostgres({ dataDir: path.join(dir, 'data'), passwords, logFile: path.join(dir, 'postgres.log') });
  try {
    const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
    await runServerScript('Making the tables', 'server/dist/database/migrate.js', { env, output: { file: path.join(dir, 'migrate.log') } });
    await work(postgres);
  } finally {
    await postgres.stop();
    rmSync(postgres.dataDir, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  }
}

await command(async () => {
  await compile({ only: ['shared', 'server'] });
  await withDatabase(async (postgres) => {
    const rooms = await openRooms(postgres.appUrl);
    try {
      const [one = '', ...sessions] = await step('Opening rooms', () => rooms.sessions(atOnce + 1));
      await run(rooms, sessions, one);
    } finally {
      await rooms.close();
    }
  });
  return 0;
});
