import { type ComponentType, lazy } from 'react';
import { AgendaPanel, ChatPanel, DevicesPanel, PeoplePanel } from '../later';

const SoundPanel = lazy(async () => ({ default: (await import('../sound/SoundPanel')).SoundPanel }));

const MaterialsPanel = lazy(async () => ({ default: (await import('../materials/MaterialsPanel')).MaterialsPanel }));

const SecondDevicePanel = lazy(async () => ({ default: (await import('../remote/SecondDevicePanel')).SecondDevicePanel }));

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
  secondDevice: { title: 'Panel on a phone', Part: SecondDevicePanel },
  devices: { title: 'Devices', Part: DevicesPanel },
  wish: { title: 'How I take part today', Part: WishPanel },
  checkIn: { title: 'Check-in', Part: CheckInPanel },
  sound: { title: 'Sound and screen', Part: SoundPanel },
  talk: { title: 'Hands and rounds', Part: TalkPanel },
} as const satisfies Record<string, PanelOf>;

export type PanelName = keyof typeof panels;
