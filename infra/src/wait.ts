import { setTimeout as delay } from 'node:timers/promises';
import { type Child, lastLines } from './processes.ts';
import { Explained } from './progress.ts';

export type Answering = { name: string; url: string; child: Child; logFile?: string; seconds?: number };

/** Waits until a process answers with 2xx; says what it wrote if it ends before. */
export async function untilAnswers({ name, url, child, logFile, seconds = 60 }: Answering): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await delay(100)) {
    const exit = child.exit();
    if (exit) throw new Explained(`${name} ended at once (${exit.signal ?? `exit code ${exit.code}`}).\n${logOf(logFile)}`);
    if (await answers(url)) return;
  }
  throw new Explained(`${name} does not answer at ${url} after ${seconds} s.\n${logOf(logFile)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}

function logOf(file: string | undefined): string {
  return file ? lastLines(file, 30) : '';
}
