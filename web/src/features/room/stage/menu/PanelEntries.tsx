import { IconListDetails, IconSettings, IconUsers } from '@tabler/icons-react';
import { useRoom } from '../../state/roomContext';
import { useStage } from '../stageContext';
import { MenuItem } from './MenuItem';

/** What opens beside the pictures, as far as the bar has no room for it. */
export function PanelEntries() {
  const { view } = useRoom();
  const { togglePanel } = useStage();
  return (
    <>
      {!view.me.staff && <MenuItem icon={IconUsers} label="People" narrowOnly onClick={() => togglePanel('people')} />}
      <MenuItem icon={IconListDetails} label="Agenda" narrowOnly onClick={() => togglePanel('agenda')} />
      <MenuItem icon={IconSettings} label="Camera and microphone" onClick={() => togglePanel('devices')} />
    </>
  );
}
