import { stopEverything } from './processes.ts';
import { explain, Explained, say } from './progress.ts';

/**
 * Runs one command of the project: stops everything it started when it ends, fails or is told to stop,
 * and ends with the exit code that the work returns. Being stopped is no failure of what runs until it is stopped.
 */
export async function command(work: (stop: AbortSignal) => Promise<number>, codeWhenStopped = 130): Promise<never> {
  const stop = new AbortController();
  const asked = new Promise<number>((resolve) => {
    const end = (what: string) => {
      if (stop.signal.aborted) return;
      say(`\n${what}: stopping …`);
      stop.abort();
      resolve(codeWhenStopped);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
    watchParent(() => end('The process that started this is gone'));
  });
  process.stdout.on('error', () => undefined);
  const code = await Promise.race([asked, work(stop.signal).catch((error: unknown) => report(error, stop.signal))]);
  await stopEverything();
  if (stop.signal.aborted) say('Stopped.');
  process.exit(code);
}

function report(error: unknown, stop: AbortSignal): number {
  if (!stop.aborted) process.stderr.write(`\n${explain(error)}\n`);
  if (!stop.aborted && !(error instanceof Explained)) process.stderr.write('This is a bug in the start, not in your setup.\n');
  return 1;
}

/** Only where infra/boot.mjs started us: it waits for us, so its absence means that it was killed. */
function watchParent(onGone: () => void): void {
  if (!process.env['REJOIN_BOOT']) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onGone(), 1000).unref();
}

export function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
