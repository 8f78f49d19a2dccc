import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unwatch, watch } from './guard.ts';
import { Explained } from './progress.ts';

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  name: string;
  pid: number;
  exited: Promise<Exit>;
  /** undefined while it runs */
  exit(): Exit | undefined;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
};

export type LaunchOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** a file to append to, or this terminal */
  output?: { file: string } | 'inherit' | 'ignore';
  stopSignal?: NodeJS.Signals;
  uid?: number | undefined;
  gid?: number | undefined;
};

const children: Child[] = [];
let isClosed = false;

/** Starts a process that ends at the latest when this one does. */
export function launch(name: string, file: string, args: string[], options: LaunchOptions = {}): Child {
  if (isClosed) throw new Explained('Stopped.');
  const output = openOutput(options.output ?? 'inherit');
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  // A process group of its own: Ctrl-C reaches only us, and we stop things in order.
  const running = spawn(file, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', output, output],
    uid: options.uid,
    gid: options.gid,
  });
  if (typeof output === 'number') closeSync(output);
  let exit: Exit | undefined;
  const pid = running.pid ?? 0;
  const exited = new Promise<Exit>((resolve) => {
    const end = (value: Exit) => {
      exit = value;
      if (pid) unwatch(pid);
      children.splice(children.indexOf(child), 1);
      resolve(value);
    };
    running.once('error', () => end({ code: 127, signal: null }));
    running.once('exit', (code, signal) => end({ code, signal }));
  });
  const child: Child = {
    name,
    pid,
    exited,
    exit: () => exit,
    kill: (signal) => void (exit ?? running.kill(signal)),
    stop: () => stopChild(child, stopSignal),
  };
  children.push(child);
  if (pid) watch(pid, stopSignal);
  return child;
}

function openOutput(output: NonNullable<LaunchOptions['output']>): number | 'inherit' | 'ignore' {
  if (typeof output === 'string') return output;
  mkdirSync(path.dirname(output.file), { recursive: true });
  return openSync(output.file, 'a', 0o600);
}

async function stopChild(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  const isGone = await Promise.race([child.exited.then(() => true), delay(10_000, false, { ref: false })]);
  if (isGone) return;
  child.kill('SIGKILL');
  await child.exited;
}

/** Runs a command to its end and says which one failed. */
export async function run(name: string, file: string, args: string[], options: LaunchOptions = {}): Promise<void> {
  const { code, signal } = await launch(name, file, args, options).exited;
  if (code === 0) return;
  const log = typeof options.output === 'object' ? `\n${lastLines(options.output.file, 60)}` : '';
  throw new Explained(`${name} failed (${signal ?? `exit code ${code}`}).${log}`);
}

/** Stops everything, the last started first, and lets nothing new begin. */
export async function stopEverything(): Promise<void> {
  isClosed = true;
  while (children.length > 0) await children.at(-1)?.stop();
}

export function lastLines(file: string, count: number): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
