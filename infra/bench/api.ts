import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { command } from '../src/command.ts';
import { compile } from '../src/compile.ts';
import { say, step } from '../src/progress.ts';
import { startStack, type Stack } from '../src/stack.ts';
import { openGroup, type Member } from './group.ts';

const connections = 10;
const requestsEach = 150;
const rounds = 5;

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}
interface Target {
  port: number;
  path: string;
  headers(member: Member): Record<string, string>;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function ask(agent: Agent, target: Target, member: Member): Promise<void> {
  const body = JSON.stringify({ device: member.device });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...target.headers(member) };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port: target.port, path: target.path, method: 'POST', headers }, (response) => {
      response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`Answered ${response.statusCode}`))));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Ten connections, each one request after another. */
async function measure(target: Target, members: readonly Member[]): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const began = performance.now();
  const work = async (member: Member) => {
    for (let n = 0; n < requestsEach; n += 1) {
      const asked = performance.now();
      await ask(agent, target, member);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(members.map(work));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function startBare(stack: Stack): Promise<{ port: number; stop(): void }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare.ts'), stack.appUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: Number(line.toString()), stop: () => child.stdin.end() };
}

const shown = ({ perSecond, p50, p99 }: Measured): string =>
  `${perSecond.toFixed(0).padStart(5)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`;

async function compare(stack: Stack): Promise<void> {
  const { sessionId, members, database } = await openGroup(stack, connections);
  const bare = await startBare(stack);
  const ours = {
    port: stack.port,
    path: `/api/sessions/${sessionId}/room/token`,
    headers: ({ cookie }: Member) => ({ cookie, origin: stack.url }),
  };
  const plain = { port: bare.port, path: '/', headers: ({ token }: Member) => ({ 'x-token': token }) };
  const ratios: { perSecond: number; p99: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [base, measured] = [await measure(plain, members), await measure(ours, members)];
    if (round === 0) continue;
    say(`bare route   ${shown(base)}\ntoken route  ${shown(measured)}`);
    ratios.push({ perSecond: measured.perSecond / base.perSecond, p99: measured.p99 / base.p99 });
  }
  const [share, slower] = [median(ratios.map(({ perSecond }) => perSecond)), median(ratios.map(({ p99 }) => p99))];
  say(
    `The token route does ${share.toFixed(2)} of the requests of the bare one (target 0.5), its p99 is ${slower.toFixed(1)} times as long (target 2).`,
  );
  await database.query(`DELETE FROM auth.session WHERE token = $1`, [members[0]?.token]);
  const after = await Promise.allSettled(members.slice(0, 1).map((member) => ask(new Agent(), ours, member)));
  say(after[0]?.status === 'rejected' ? 'Signed out is out at once.' : 'A KEY WAS GIVEN AFTER SIGNING OUT.');
  bare.stop();
  await database.end();
}

await command(async () => {
  await compile({ only: ['shared', 'server'] });
  const stack = await step('Starting everything', () => startStack({ demo: true }));
  try {
    await compare(stack);
  } finally {
    await stack.stop();
  }
  return 0;
});
