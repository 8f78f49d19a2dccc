import { Id } from '../ids.js';
import { Device } from './command.js';

const start = 'here.';

/** A page at the door of the media: which session, on which device. */
export interface AtMediaDoor {
  sessionId: string;
  device: string;
}

/**
 * What a page shows at the media door in place of a key: only where it wants in. It opens nothing by itself and is no secret;
 * the door asks who it is and where they stand, and makes the key to the SFU there.
 */
export function placeKey({ sessionId, device }: AtMediaDoor): string {
  return `${start}${sessionId}.${device}`;
}

/** Nothing where it is a key of another kind. */
export function readPlaceKey(key: string): AtMediaDoor | null {
  if (!key.startsWith(start)) return null;
  const [sessionId, device, more] = key.slice(start.length).split('.');
  const [session, page] = [Id.safeParse(sessionId), Device.safeParse(device)];
  return session.success && page.success && more === undefined ? { sessionId: session.data, device: page.data } : null;
}
