/** How long a test waits for what has to happen. */
export const patienceMs = 10_000;

/** Waits until something holds; throws with what it was when it never did. */
export async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean, withinMs = patienceMs): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`It never happened; last seen: ${JSON.stringify(seen)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
