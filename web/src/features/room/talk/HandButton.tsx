import { IconHandStop } from '@tabler/icons-react';
import { talkWords as words } from '../../../lib/talkWords';
import { ControlButton } from '../stage/ControlButton';
import { useShortcuts } from '../stage/useShortcuts';
import { useRoom } from '../state/roomContext';

/** One's own hand, up or down. Who only listens in has none. */
export function HandButton() {
  const { view, commands } = useRoom();
  const { seatId, capacity } = view.me;
  const hand = view.talk.hands[seatId];
  const isSilent = capacity === 'observer';
  const press = () => commands.run(hand ? { type: 'hand.lower', seatId } : { type: 'hand.raise' });
  useShortcuts({ h: () => !isSilent && press() });
  if (isSilent) return null;
  return (
    <ControlButton
      icon={IconHandStop}
      name={hand ? words.lower : words.raise}
      short={words.short}
      off={hand !== undefined}
      shortcut="h"
      sign={hand?.place ?? 0}
      signText={hand && words.place(hand.place)}
      onClick={press}
    />
  );
}
