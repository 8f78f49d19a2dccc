import { IconGauge } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';

/** For staff: the way to the check-ins. */
export function CheckInEntries() {
  const { togglePanel } = useStage();
  return (
    <MenuItem icon={IconGauge} label="Check-in" hint="Ask everyone: a number, words or thumbs" onClick={() => togglePanel('checkIn')} />
  );
}
