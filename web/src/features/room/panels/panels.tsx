import type { ComponentType } from 'react';
import { ChatPanel } from '../chat/ChatPanel';
import { AgendaPanel } from './AgendaPanel';
import { DevicesPanel } from './DevicesPanel';
import { PeoplePanel } from './PeoplePanel';

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
} as const satisfies Record<string, PanelOf>;

export type PanelName = keyof typeof panels;
