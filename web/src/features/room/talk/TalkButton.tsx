import { IconMessages } from '@tabler/icons-react';
import { ControlButton } from '../stage/ControlButton';
import { useShortcuts } from '../stage/useShortcuts';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { handsOf } from './turns';

/** For staff: opens hands and rounds, with how many hands are up. */
export function TalkButton() {
  const { view } = useRoom();
  const { panel, togglePanel } = useStage();
  const up = handsOf(view).filter(({ place, seatId }) => place > 0 && seatId !== view.me.seatId).length;
  useShortcuts({ h: () => togglePanel('talk') });
  return (
    <ControlButton
      icon={IconMessages}
      name="Hands and rounds"
      label="Hands"
      wideOnly
      shortcut="h"
      pressed={panel === 'talk'}
      sign={up}
      signText={up === 1 ? '1 hand is up' : `${up} hands are up`}
      onClick={() => togglePanel('talk')}
    />
  );
}
