import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import { useRoom } from '../state/roomContext';

/** The door of the room, in the menu of staff. */
export function DoorEntry() {
  const { view, commands } = useRoom();
  const closed = view.doorClosed ?? false;
  return (
    <MenuItem
      icon={closed ? IconLockOpen : IconLock}
      label={closed ? 'Open the door' : 'Close the door'}
      hint={closed ? 'Everyone who waits can be let in at once' : 'Who was in comes back in; nobody new does'}
      onClick={() => commands.run({ type: closed ? 'unlock' : 'lock' })}
    />
  );
}
