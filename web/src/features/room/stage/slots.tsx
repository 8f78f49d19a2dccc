import { type ComponentType, lazy } from 'react';
import { HushCard } from '../sound/HushCard';
import { NoiseKeeper } from '../sound/noise';
import { SoundEntries } from '../sound/SoundEntries';
import { SpeakerKeeper } from '../sound/speakers';
import { VolumeEntries } from '../sound/VolumeEntries';
import { StoppedGear } from '../acts/StoppedGear';
import { TimeCall } from '../agenda/TimeCall';
import { MaterialNews } from '../materials/MaterialNews';
import { MaterialsEntry } from '../materials/MaterialsEntry';
import { ShareCard } from '../share/ShareCard';
import { SharedPicture } from '../share/SharedPicture';
import { ShareEntry, ShareQuestion } from '../share/ShareEntry';
import { CheckInCard } from '../checkIns/CheckInCard';
import { MinuteEntry } from '../pauses/MinuteEntry';
import { MinuteKey } from '../pauses/MinuteKey';
import { PauseLayer } from '../pauses/PauseLayer';
import { HandButton } from '../talk/HandButton';
import { ReactionEntries } from '../talk/ReactionEntries';
import { TalkMarks } from '../talk/TalkMarks';
import { TurnCard } from '../talk/TurnCard';
import { WishEntry } from '../wish/WishEntry';
import { PanelEntries } from './menu/PanelEntries';
import { ReceiveNote } from './seeing/ReceiveNote';
import { SeeingEntries } from './seeing/SeeingEntries';
import { WaitingStrip } from './WaitingStrip';

/** A part of the stage that other slices fill: it takes no props, and shows nothing while there is nothing to show. */
export interface SlotPart<Props = object> {
  Part: ComponentType<Props>;
  /** Who gets it at all: with a `lazy` part the others do not load it. */
  only?: 'staff' | 'notStaff';
  /** Names somebody, or says something of them: held back while staff show a screen. */
  covers?: true;
}

export interface OfSeat {
  seatId: string;
}

const CareStrip = lazy(async () => ({ default: (await import('../expected/CareStrip')).CareStrip }));

const ActDialog = lazy(async () => ({ default: (await import('../acts/ActDialog')).ActDialog }));
const DoorEntry = lazy(async () => ({ default: (await import('../acts/DoorEntry')).DoorEntry }));
const PersonEntries = lazy(async () => ({ default: (await import('../acts/PersonEntries')).PersonEntries }));

const SecondDeviceEntry = lazy(async () => ({ default: (await import('../remote/SecondDeviceEntry')).SecondDeviceEntry }));

const ShareButton = lazy(async () => ({ default: (await import('../share/ShareEntry')).ShareButton }));
const SharerEntries = lazy(async () => ({ default: (await import('../share/SharerEntries')).SharerEntries }));

const HushMark = lazy(async () => ({ default: (await import('../sound/HushMark')).HushMark }));

const WishMark = lazy(async () => ({ default: (await import('../wish/WishMark')).WishMark }));

const BreakCard = lazy(async () => ({ default: (await import('../pauses/staff')).BreakCard }));
const BreakEntries = lazy(async () => ({ default: (await import('../pauses/staff')).BreakEntries }));
const MinuteCards = lazy(async () => ({ default: (await import('../pauses/staff')).MinuteCards }));
const MinuteMark = lazy(async () => ({ default: (await import('../pauses/staff')).MinuteMark }));
const CheckInEntries = lazy(async () => ({ default: (await import('../checkIns/CheckInEntries')).CheckInEntries }));

const StaffTalkCard = lazy(async () => ({ default: (await import('../talk/StaffTalkCard')).StaffTalkCard }));
const TalkButton = lazy(async () => ({ default: (await import('../talk/TalkButton')).TalkButton }));
const TalkEntry = lazy(async () => ({ default: (await import('../talk/TalkEntry')).TalkEntry }));

/** Quiet cards over the pictures, the most urgent first. They are always mounted: keys (`useShortcuts`) may live there too. */
export const cards: readonly SlotPart[] = [
  { Part: ReceiveNote },
  { Part: CareStrip, only: 'staff', covers: true },
  { Part: WaitingStrip, only: 'staff', covers: true },
  { Part: StoppedGear, only: 'notStaff' },
  { Part: MinuteCards, only: 'staff', covers: true },
  { Part: BreakCard, only: 'staff' },
  { Part: TurnCard },
  { Part: StaffTalkCard, only: 'staff', covers: true },
  { Part: CheckInCard },
  { Part: MinuteKey, only: 'notStaff' },
  { Part: TimeCall },
  { Part: ShareCard },
  { Part: MaterialNews, only: 'notStaff' },
  { Part: ShareQuestion },
  { Part: ActDialog, only: 'staff' },
  { Part: HushCard },
  { Part: NoiseKeeper },
  { Part: SpeakerKeeper },
];

/** Screens over the whole stage below the top bar, each inside a `Layer`; one at a time. */
export const layers: readonly SlotPart[] = [{ Part: PauseLayer }];

/** In the large place while somebody else shows a screen (`share` of the view); it fills its box. */
export const bigParts: readonly SlotPart[] = [{ Part: SharedPicture }];

/** Big buttons beside microphone and camera: a place for one, the hand. */
export const handButtons: readonly SlotPart[] = [{ Part: HandButton, only: 'notStaff' }];

/** A compact second group for staff, on wide screens; on a phone the same belongs into the menu. */
export const staffButtons: readonly SlotPart[] = [
  { Part: TalkButton, only: 'staff' },
  { Part: ShareButton, only: 'staff' },
];

/** The groups of the menu "More", in their order. An entry is a `MenuItem`, or several, or a `MenuRow`; a group without any has no title. */
export const menuGroups: readonly { title: string; parts: readonly SlotPart[] }[] = [
  { title: 'Say without words', parts: [{ Part: ReactionEntries }] },
  {
    title: 'For me',
    parts: [
      { Part: MinuteEntry, only: 'notStaff' },
      { Part: WishEntry, only: 'notStaff' },
    ],
  },
  { title: 'What I see', parts: [{ Part: SeeingEntries }] },
  { title: 'What I hear', parts: [{ Part: SoundEntries }] },
  { title: 'Room', parts: [{ Part: ShareEntry }, { Part: MaterialsEntry }, { Part: PanelEntries }] },
  {
    title: 'Staff',
    parts: [
      { Part: TalkEntry, only: 'staff' },
      { Part: CheckInEntries, only: 'staff' },
      { Part: BreakEntries, only: 'staff' },
      { Part: DoorEntry, only: 'staff' },
      { Part: SecondDeviceEntry, only: 'staff' },
    ],
  },
];

/** Small signs in the upper corner of a tile: an icon with a name. */
export const tileMarks: readonly SlotPart<OfSeat>[] = [
  { Part: TalkMarks },
  { Part: MinuteMark, only: 'staff' },
  { Part: HushMark, only: 'staff' },
  { Part: WishMark, only: 'staff' },
];

/** Entries of the menu of one tile, and of the same person's row on the list. */
export const tileEntries: readonly SlotPart<OfSeat>[] = [
  { Part: PersonEntries, only: 'staff' },
  { Part: SharerEntries, only: 'staff' },
  { Part: VolumeEntries },
];
