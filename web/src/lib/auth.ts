import { magicLinkClient, twoFactorClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';
import { queryClient } from './query';
import { closeSocket } from './socket';

export const authClient = createAuthClient({
  basePath: '/api/auth',
  plugins: [magicLinkClient(), twoFactorClient()],
  sessionOptions: { refetchOnWindowFocus: false },
});

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rejoin-sign-in');

/** Forgets on this page everything that was read while signed in. */
export function forgetEverything(): void {
  closeSocket();
  queryClient.clear();
}

/** Ends this sign-in; other tabs of this browser hear of it at once. */
export async function signOut(): Promise<void> {
  await authClient.signOut().catch(() => null);
  signedOut();
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
