import { IconCoffee } from '@tabler/icons-react';
import { breakMinutes } from '@rejoin/shared';
import { MenuItem } from '../stage/menu/MenuItem';
import { useRoom } from '../state/roomContext';

/** For staff: a break for everyone, now. */
export function BreakEntries() {
  const { view, commands } = useRoom();
  const isOn = view.break !== undefined && !view.break.over;
  if (view.phase !== 'running' || isOn) return null;
  return breakMinutes.map((minutes, index) => (
    <MenuItem
      key={minutes}
      icon={IconCoffee}
      label={`Break, ${minutes} minutes`}
      hint={index === 0 ? 'All microphones and cameras rest' : undefined}
      onClick={() => commands.run({ type: 'break.begin', minutes })}
    />
  ));
}
