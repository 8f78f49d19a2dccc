import { queryClient } from './query';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rejoin-sign-in');
const forgetters = new Set<() => void>();

/** Registers what else must be forgotten or closed when the sign-in ends. */
export function onForget(forget: () => void): () => void {
  forgetters.add(forget);
  return () => forgetters.delete(forget);
}

/** Forgets on this page everything that was read while signed in. */
export function forgetEverything(): void {
  for (const forget of forgetters) forget();
  queryClient.clear();
}

/** Ends this sign-in; other tabs of this browser hear of it at once. False when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const { authClient } = await import('./authClient');
  const ended = await authClient.signOut().catch(() => ({ error: true }));
  if (ended.error) return false;
  signedOut();
  return true;
}

/** To be called after the sign-in has ended, however it ended. */
export function signedOut(): void {
  forgetEverything();
  channel?.postMessage('signed.out');
}

/** Runs when another tab of this browser has signed out. */
export function onSignedOutElsewhere(listener: () => void): () => void {
  const handle = () => {
    forgetEverything();
    listener();
  };
  channel?.addEventListener('message', handle);
  return () => channel?.removeEventListener('message', handle);
}
