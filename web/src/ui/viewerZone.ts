import { createContext, use } from 'react';
import { deviceZone } from '../lib/time';

/** The zone that the reader chose in their profile; the device's where nobody is signed in. */
export const ViewerZone = createContext<string | null>(null);

export function useViewerZone(): string {
  return use(ViewerZone) ?? deviceZone();
}
