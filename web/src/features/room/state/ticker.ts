/** Calls again and again, also while the tab is in the background. Returns the way to stop. */
export function tick(everyMs: number, call: () => void): () => void {
  if (typeof Worker === 'undefined') {
    const timer = setInterval(call, everyMs);
    return () => clearInterval(timer);
  }
  const worker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = call;
  worker.postMessage(everyMs);
  return () => worker.terminate();
}
