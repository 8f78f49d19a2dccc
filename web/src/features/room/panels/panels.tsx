import { type ComponentType, lazy } from 'react';
import { ChatPanel } from '../chat/ChatPanel';
import { AgendaPanel } from './AgendaPanel';
import { DevicesPanel } from './DevicesPanel';
import { PeoplePanel } from './PeoplePanel';

const SoundPanel = lazy(async () => ({ default: (await import('../sound/SoundPanel')).SoundPanel }));

const MaterialsPanel = lazy(async () => ({ default: (await import('../materials/MaterialsPanel')).MaterialsPanel }));

const WishPanel = lazy(async () => ({ default: (await import('../wish/WishPanel')).WishPanel }));

const CheckInPanel = lazy(async () => ({ default: (await import('../checkIns/CheckInPanel')).CheckInPanel }));
const TalkPanel = lazy(async () => ({ default: (await import('../talk/TalkPanel')).TalkPanel }));

interface PanelOf {
  title: string;
  Part: ComponentType;
}

/** What can be open beside the pictures. What only few need is `lazy`. */
export const panels = {
  chat: { title: 'Chat', Part: ChatPanel },
  people: { title: 'People', Part: PeoplePanel },
  agenda: { title: 'Agenda', Part: AgendaPanel },
  materials: { title: 'Worksheets and links', Part: MaterialsPanel },
  devices: { title: 'Devices', Part: DevicesPanel },
  wish: { title: 'How I take part today', Part: WishPanel },
  checkIn: { title: 'Check-in', Part: CheckInPanel },
  sound: { title: 'Sound and screen', Part: SoundPanel },
  talk: { title: 'Hands and rounds', Part: TalkPanel },
} as const satisfies Record<string, PanelOf>;

export type PanelName = keyof typeof panels;
