import { IconMessages } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';

/** For staff: hands, rounds and who has spoken. */
export function TalkEntry() {
  const { togglePanel } = useStage();
  return (
    <MenuItem
      icon={IconMessages}
      label="Hands and rounds"
      hint="Who speaks next, and who has not yet"
      onClick={() => togglePanel('talk')}
    />
  );
}
