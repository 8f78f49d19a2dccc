import { type ComponentType, lazy } from 'react';
import { HushCard } from '../sound/HushCard';
import { SoundEntries } from '../sound/SoundEntries';
import { VolumeEntries } from '../sound/VolumeEntries';
import { StoppedGear } from '../acts/StoppedGear';
import { TimeCall } from '../agenda/TimeCall';
import { PanelEntries } from './menu/PanelEntries';
import { SelfViewEntry } from './menu/SelfViewEntry';
import { WaitingStrip } from './WaitingStrip';

/** A part of the stage that other slices fill: it takes no props, and shows nothing while there is nothing to show. */
export interface SlotPart<Props = object> {
  Part: ComponentType<Props>;
  /** Who gets it at all: with a `lazy` part the others do not load it. */
  only?: 'staff' | 'notStaff';
}

export interface OfSeat {
  seatId: string;
}

const CareStrip = lazy(async () => ({ default: (await import('../expected/CareStrip')).CareStrip }));

const ActDialog = lazy(async () => ({ default: (await import('../acts/ActDialog')).ActDialog }));
const DoorEntry = lazy(async () => ({ default: (await import('../acts/DoorEntry')).DoorEntry }));
const PersonEntries = lazy(async () => ({ default: (await import('../acts/PersonEntries')).PersonEntries }));

const HushMark = lazy(async () => ({ default: (await import('../sound/HushMark')).HushMark }));

/** Quiet cards over the pictures, the most urgent first. They are always mounted: keys (`useShortcuts`) may live there too. */
export const cards: readonly SlotPart[] = [
  { Part: CareStrip, only: 'staff' },
  { Part: WaitingStrip, only: 'staff' },
  { Part: StoppedGear, only: 'notStaff' },
  { Part: TimeCall },
  { Part: ActDialog, only: 'staff' },
  { Part: HushCard },
];

/** Screens over the whole stage below the top bar, each inside a `Layer`; one at a time. */
export const layers: readonly SlotPart[] = [];

/** Big buttons beside microphone and camera: a place for one, the hand. */
export const handButtons: readonly SlotPart[] = [];

/** A compact second group for staff, on wide screens; on a phone the same belongs into the menu. */
export const staffButtons: readonly SlotPart[] = [];

/** The groups of the menu "More", in their order. An entry is a `MenuItem`, or several, or a `MenuRow`; a group without any has no title. */
export const menuGroups: readonly { title: string; parts: readonly SlotPart[] }[] = [
  { title: 'Say without words', parts: [] },
  { title: 'For me', parts: [] },
  { title: 'What I see', parts: [{ Part: SelfViewEntry }] },
  { title: 'What I hear', parts: [{ Part: SoundEntries }] },
  { title: 'Room', parts: [{ Part: PanelEntries }] },
  { title: 'Staff', parts: [{ Part: DoorEntry, only: 'staff' }] },
];

/** Small signs in the upper corner of a tile: an icon with a name. */
export const tileMarks: readonly SlotPart<OfSeat>[] = [{ Part: HushMark, only: 'staff' }];

/** Entries of the menu of one tile, and of the same person's row on the list. */
export const tileEntries: readonly SlotPart<OfSeat>[] = [{ Part: PersonEntries, only: 'staff' }, { Part: VolumeEntries }];
