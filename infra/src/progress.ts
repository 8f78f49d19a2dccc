export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A problem that is explained in words: shown without a stack. */
export class Explained extends Error {}

export function explain(error: unknown): string {
  if (error instanceof Explained) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

export function secondsSince(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** Runs one step; one that takes over a second gets a line when it begins to be long, and one when it is done. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  let isShown = false;
  const show = setTimeout(() => {
    isShown = true;
    say(`${what} …`);
  }, 500);
  const heartbeat = setInterval(() => say(`  still at it after ${secondsSince(began)}: ${what}`), 20_000);
  try {
    const result = await work();
    if (isShown) say(`  done in ${secondsSince(began)}`);
    return result;
  } finally {
    clearTimeout(show);
    clearInterval(heartbeat);
  }
}
