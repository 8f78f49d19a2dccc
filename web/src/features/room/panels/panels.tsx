import { type ComponentType, lazy } from 'react';
import { ChatPanel } from '../chat/ChatPanel';
import { AgendaPanel } from './AgendaPanel';
import { DevicesPanel } from './DevicesPanel';
import { PeoplePanel } from './PeoplePanel';

const SoundPanel = lazy(async () => ({ default: (await import('../sound/SoundPanel')).SoundPanel }));

interface PanelOf {
  title: string;
  Part: ComponentType;
}

/** What can be open beside the pictures. What only few need is `lazy`. */
export const panels = {
  chat: { title: 'Chat', Part: ChatPanel },
  people: { title: 'People', Part: PeoplePanel },
  agenda: { title: 'Agenda', Part: AgendaPanel },
  devices: { title: 'Devices', Part: DevicesPanel },
  sound: { title: 'Sound and screen', Part: SoundPanel },
} as const satisfies Record<string, PanelOf>;

export type PanelName = keyof typeof panels;
