import { afterAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { inRoot } from './paths.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-guard-'));
const program = path.join(dir, 'starter.ts');

/** Starts two processes, one of which ignores being asked to stop, and prints their ids. */
writeFileSync(
  program,
  `import { launch } from ${JSON.stringify(inRoot('infra/src/processes.ts'))};
   const stubborn = launch('stubborn', process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("deaf"); setInterval(() => {}, 1000)']);
   const willing = launch('willing', process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { output: 'ignore' });
   console.log([stubborn.pid, willing.pid].join(' '));
   setInterval(() => {}, 1000);`,
);

describe('what a process started', () => {
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('ends with it, even if it was killed outright and its child does not listen', async () => {
    const starter = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pids = await printedPids(starter);
    expect(pids.map(isAlive)).toEqual([true, true]);
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pids.map(isAlive)).toEqual([false, false]);
  });
});

async function printedPids(starter: ChildProcess): Promise<number[]> {
  let text = '';
  for await (const chunk of starter.stdout ?? []) {
    text += String(chunk);
    const line = text.split('\n').find((entry) => /^\d+ \d+$/.test(entry));
    if (line && text.includes('deaf')) return line.split(' ').map(Number);
  }
  throw new Error(`The starter ended early: ${text}`);
}

/** A dead process that nobody has waited for yet still answers signals: its state says so. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
