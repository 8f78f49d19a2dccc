import { isId } from '@rejoin/shared';
import { keep, recall } from './roomStorage';

const key = 'device';
let own: Promise<string> | null = null;

function claim(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      // Held until the tab is closed.
      return lock ? new Promise<void>(() => undefined) : undefined;
    };
    navigator.locks.request(`rejoin-device-${id}`, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}

/** After a reload the page before may hold the name for another moment. */
async function claimSoon(id: string): Promise<boolean> {
  for (let tries = 0; tries < 8; tries += 1) {
    if (await claim(id)) return true;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return false;
}

async function findDevice(): Promise<string> {
  const remembered = recall(key);
  if (isId(remembered) && (await claimSoon(remembered))) return remembered;
  const fresh = crypto.randomUUID();
  keep(key, fresh);
  await claim(fresh);
  return fresh;
}

/** The name of this tab. A duplicated tab copies the storage, so a name that another tab holds is not taken. */
export function deviceOfTab(): Promise<string> {
  own ??= findDevice();
  return own;
}
