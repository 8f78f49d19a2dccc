/** Half a second at first, never more than two: a person waits. The spread keeps a whole group from coming at once. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const base = failures < 12 ? 500 : 1_500;
  return base + random() * 500;
}

export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** A pause that ends early when the page is looked at again, or the browser has found a network. */
export async function pauseOrWake(ms: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const wake = () => over.abort();
  const options = { signal: AbortSignal.any([over.signal, signal]) };
  window.addEventListener('online', wake, options);
  document.addEventListener('visibilitychange', wake, options);
  await pause(ms, options.signal);
  over.abort();
}
