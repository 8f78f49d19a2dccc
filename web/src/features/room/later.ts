import { lazy } from 'react';

const parts = {
  outside: () => import('./screens/OutsideScreen'),
  chat: () => import('./chat/ChatPanel'),
  people: () => import('./panels/PeoplePanel'),
  agenda: () => import('./panels/AgendaPanel'),
  devices: () => import('./panels/DevicesPanel'),
};

// Nobody needs these to come in.
export const OutsideScreen = lazy(async () => ({ default: (await parts.outside()).OutsideScreen }));
export const ChatPanel = lazy(async () => ({ default: (await parts.chat()).ChatPanel }));
export const PeoplePanel = lazy(async () => ({ default: (await parts.people()).PeoplePanel }));
export const AgendaPanel = lazy(async () => ({ default: (await parts.agenda()).AgendaPanel }));
export const DevicesPanel = lazy(async () => ({ default: (await parts.devices()).DevicesPanel }));

/** Once somebody stands in the room: from here on these open without a network too. */
export async function loadLater(): Promise<void> {
  for (const load of Object.values(parts)) await load().catch(() => undefined);
}
