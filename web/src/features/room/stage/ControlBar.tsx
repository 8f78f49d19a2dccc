import {
  IconDoorExit,
  IconListDetails,
  IconMessageCircle,
  IconMicrophone,
  IconMicrophoneOff,
  IconSettings,
  IconUsers,
  IconUserSquareRounded,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import type { Kind } from '../media/devices';
import { useLocalMediaState } from '../media/useLocalMedia';
import type { PanelName } from '../panels/Panel';
import { useRoom } from '../state/roomContext';
import classes from './ControlBar.module.css';
import { ControlButton } from './ControlButton';
import { waitingOf } from './waiting';

interface Props {
  panel: PanelName | null;
  onPanel: (name: PanelName) => void;
  unread: number;
  selfView: boolean;
  onSelfView: (shown: boolean) => void;
  maySend: boolean;
}

export function ControlBar({ panel, onPanel, unread, selfView, onSelfView, maySend }: Props) {
  const { view, device, commands, unread: words } = useRoom();
  const waits = view.me.staff ? waitingOf(view).length : 0;
  const written = view.me.staff ? words.total : 0;
  const panelButton = (name: PanelName) => ({ pressed: panel === name, onClick: () => onPanel(name) });
  return (
    <footer className={classes.bar}>
      <div className={classes.buttons} role="toolbar" aria-label="Controls">
        {maySend && <GearButton kind="microphone" />}
        {maySend && <GearButton kind="camera" />}
        <ControlButton
          icon={IconUserSquareRounded}
          name={selfView ? 'Hide my picture' : 'Show my picture'}
          label="My picture"
          short="Picture"
          off={!selfView}
          onClick={() => onSelfView(!selfView)}
        />
        <span className={classes.gap} />
        <ControlButton icon={IconMessageCircle} name="Chat" {...panelButton('chat')} sign={unread} signText={unreadText(unread)} />
        <ControlButton
          icon={IconUsers}
          name="People"
          {...panelButton('people')}
          sign={waits + written}
          signText={[waits > 0 && waitText(waits), written > 0 && unreadText(written)].filter(Boolean).join(', ')}
        />
        <ControlButton icon={IconListDetails} name="Agenda" {...panelButton('agenda')} />
        <ControlButton icon={IconSettings} name="Devices" {...panelButton('devices')} />
        <span className={classes.gap} />
        <ControlButton icon={IconDoorExit} name="Leave" danger onClick={() => commands.run({ type: 'leave', device })} />
      </div>
    </footer>
  );
}

const gear = {
  microphone: { on: IconMicrophone, off: IconMicrophoneOff, label: 'Microphone', key: 'm' },
  camera: { on: IconVideo, off: IconVideoOff, label: 'Camera', key: 'v' },
} as const;

function GearButton({ kind }: { kind: Kind }) {
  const { media } = useRoom();
  const { on } = useLocalMediaState(media)[kind];
  const { label, key } = gear[kind];
  const name = `Turn ${kind} ${on ? 'off' : 'on'}`;
  return (
    <ControlButton
      icon={on ? gear[kind].on : gear[kind].off}
      name={name}
      label={label}
      off={!on}
      shortcut={key}
      onClick={() => media.set(kind, !on)}
    />
  );
}

function waitText(waits: number): string {
  return waits === 1 ? '1 person waits' : `${waits} people wait`;
}

function unreadText(unread: number): string {
  return unread === 1 ? '1 new message' : `${unread} new messages`;
}
