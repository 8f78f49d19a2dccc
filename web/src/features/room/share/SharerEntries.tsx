import { IconScreenShare, IconScreenShareOff } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import type { OfSeat } from '../stage/slots';
import { useRoom } from '../state/roomContext';

/** For staff, on a person's tile and row: whether this person may show a screen. */
export function SharerEntries({ seatId }: OfSeat) {
  const { view, commands } = useRoom();
  const person = view.people[seatId];
  if (!person || person.staff || person.capacity === 'observer' || person.place !== 'main') return null;
  return person.mayShare ? (
    <MenuItem
      icon={IconScreenShareOff}
      label="End screen sharing"
      hint={view.share?.seatId === seatId ? 'Their screen goes at once' : `${person.name} may share now`}
      onClick={() => commands.run({ type: 'share.disallow', seatId })}
    />
  ) : (
    <MenuItem
      icon={IconScreenShare}
      label="Allow screen sharing"
      hint={`${person.name} finds it under More`}
      onClick={() => commands.run({ type: 'share.allow', seatId })}
    />
  );
}
