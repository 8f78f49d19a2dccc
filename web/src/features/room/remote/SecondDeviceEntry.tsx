import { IconDeviceMobile } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';

export function SecondDeviceEntry() {
  const { togglePanel } = useStage();
  return <MenuItem icon={IconDeviceMobile} label="Panel on a phone" onClick={() => togglePanel('secondDevice')} />;
}
