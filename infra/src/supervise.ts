import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './processes.ts';
import { explain, say } from './progress.ts';

/** Starts a part again whenever it ends by itself, so that a live session comes back. Returns when told to stop. */
export async function supervise(first: Child, start: () => Promise<Child>, stop: AbortSignal): Promise<void> {
  let child = first;
  while (!stop.aborted) {
    const { code, signal } = await child.exited;
    if (stop.aborted) return;
    say(`${child.name} ended by itself (${signal ?? `exit code ${code}`}): starting it again …`);
    child = await restart(child, start, stop);
    if (!stop.aborted) say(`${child.name} is back.`);
  }
}

async function restart(child: Child, start: () => Promise<Child>, stop: AbortSignal): Promise<Child> {
  for (let pause = 500; !stop.aborted; pause = Math.min(pause * 2, 10_000)) {
    try {
      return await start();
    } catch (error) {
      if (stop.aborted) break;
      say(`${child.name} did not start: ${explain(error)}\nTrying again in ${pause / 1000} s.`);
      await delay(pause);
    }
  }
  return child;
}
