import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../src/paths.ts';
import { run } from '../../src/processes.ts';
import type { Stack } from '../../src/stack.ts';
import type { Member } from '../group.ts';
import type { Layer } from './recorded.ts';

const built = inRoot('node_modules', '.cache', 'rejoin', 'loadgen');

/** Builds the load generator; it needs Go. */
export async function buildCrowd(): Promise<void> {
  mkdirSync(path.dirname(built), { recursive: true });
  await run('Building the load generator', 'go', ['build', '-o', built, '.'], {
    cwd: inRoot('infra', 'bench', 'loadgen'),
    output: 'inherit',
  });
}

/** The key to the SFU of somebody who stands in the room. */
export async function keyOf(stack: Stack, sessionId: string, { cookie, device }: Member): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${stack.port}/api/sessions/${sessionId}/room/token`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify({ device }),
  });
  if (!response.ok) throw new Error(`No key to the room: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { token: string }).token;
}

/** Lets people of a session send their cameras, each by their own seat and through the doorman. Ends with `stop`. */
export async function sendCrowd(stack: Stack, at: { sessionId: string; members: readonly Member[]; layers: readonly Layer[] }) {
  const { sessionId, members, layers } = at;
  const people = await Promise.all(
    members.map(async (member) => ({ cookie: member.cookie, token: await keyOf(stack, sessionId, member) })),
  );
  const child = spawn(built, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`${JSON.stringify({ url: `ws://127.0.0.1:${stack.port}`, origin: stack.url, people, layers })}\n`);
  const ended = once(child, 'exit').then(() => false);
  const ready = once(child.stdout, 'data').then(() => true);
  if (!(await Promise.race([ready, ended]))) throw new Error('The load generator ended before everyone was in.');
  return {
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
