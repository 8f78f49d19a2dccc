import {
  IconDoorExit,
  IconListDetails,
  IconMessageCircle,
  IconMicrophone,
  IconMicrophoneOff,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import { mayBeHeard } from '@rejoin/shared';
import { announce } from '../../../lib/announce';
import { talkWords } from '../../../lib/talkWords';
import type { Kind } from '../media/devices';
import { useLocalMediaState } from '../media/useLocalMedia';
import type { PanelName } from '../panels/panels';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import classes from './ControlBar.module.css';
import { ControlButton } from './ControlButton';
import { MoreMenu } from './menu/MoreMenu';
import { SlotParts } from './SlotParts';
import { handButtons, staffButtons } from './slots';
import { useStage } from './stageContext';
import { waitingOf } from './waiting';

/** A few big buttons; everything else is in the menu. */
export function ControlBar() {
  const { view, device, commands } = useRoom();
  const { live } = useStage();
  const sends = maySend(view) && live.snapshot.maySend;
  return (
    <div className={classes.buttons} role="toolbar" aria-label="Controls">
      {sends && <GearButton kind="microphone" />}
      {sends && <GearButton kind="camera" />}
      <SlotParts of={handButtons} props={{}} />
      <span className={classes.gap} />
      <PanelButtons />
      <SlotParts of={staffButtons} props={{}} />
      <MoreMenu />
      <span className={classes.gap} />
      <ControlButton icon={IconDoorExit} name="Leave" danger onClick={() => commands.run({ type: 'leave', device })} />
    </div>
  );
}

function PanelButtons() {
  const { view, unread } = useRoom();
  const { panel, togglePanel, chat } = useStage();
  const { staff } = view.me;
  const waits = staff ? waitingOf(view).length : 0;
  const written = staff ? unread.total : 0;
  const lines = chat.unread + (staff ? 0 : unread.total);
  const of = (name: PanelName) => ({ pressed: panel === name, onClick: () => togglePanel(name) });
  return (
    <>
      <ControlButton icon={IconMessageCircle} name="Chat" {...of('chat')} sign={lines} signText={unreadText(lines)} />
      <ControlButton
        icon={IconUsers}
        name="People"
        wideOnly={!staff}
        {...of('people')}
        sign={waits + written}
        signText={[waits > 0 && waitText(waits), written > 0 && unreadText(written)].filter(Boolean).join(', ')}
      />
      <ControlButton icon={IconListDetails} name="Agenda" wideOnly {...of('agenda')} />
    </>
  );
}

const gear = {
  microphone: { on: IconMicrophone, off: IconMicrophoneOff, label: 'Microphone', key: 'm' },
  camera: { on: IconVideo, off: IconVideoOff, label: 'Camera', key: 'v' },
} as const;

function GearButton({ kind }: { kind: Kind }) {
  const { media, view } = useRoom();
  const { on } = useLocalMediaState(media)[kind];
  const { label, key } = gear[kind];
  const rests = kind === 'microphone' && !mayBeHeard(view);
  const name = rests ? talkWords.rests : `Turn ${kind} ${on ? 'off' : 'on'}`;
  return (
    <ControlButton
      icon={on ? gear[kind].on : gear[kind].off}
      name={name}
      label={label}
      off={!on}
      shortcut={key}
      onClick={() => (rests ? announce(`${talkWords.rests}.`) : media.set(kind, !on))}
    />
  );
}

function waitText(waits: number): string {
  return waits === 1 ? '1 person waits' : `${waits} people wait`;
}

function unreadText(unread: number): string {
  return unread === 1 ? '1 new message' : `${unread} new messages`;
}
