const pending = new Set<Promise<unknown>>();

/** Keeps a request to the accounts part in mind: some of them end this sign-in and begin another. */
export function inAccount<T>(request: Promise<T>): Promise<T> {
  pending.add(request);
  return request.finally(() => pending.delete(request));
}

/** When no such request is under way: only then it is sure which sign-in holds. */
export async function accountSettled(): Promise<void> {
  await Promise.allSettled(pending);
}
