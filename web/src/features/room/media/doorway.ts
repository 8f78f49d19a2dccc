const answerWithinMs = 1_500;
const nearMs = 1_000;

/** Whether the media door would let this page in now: our server, the SFU behind it and the room log all say so. */
export async function isDoorOpen(key: string, signal: AbortSignal): Promise<boolean> {
  return answers(
    `/rtc/v1/validate?access_token=${encodeURIComponent(key)}`,
    AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
  );
}

/** Whether there is a network at all between this page and our server. */
export async function isServerNear(): Promise<boolean> {
  return answers('/api/health/live', AbortSignal.timeout(nearMs));
}

async function answers(path: string, signal: AbortSignal): Promise<boolean> {
  return fetch(path, { signal, cache: 'no-store', credentials: 'same-origin' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
