import { IconAdjustments, IconVolume3 } from '@tabler/icons-react';
import { soundWords as words } from '../../../lib/soundWords';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';
import { setHushed, useHushed } from './hush';

export function SoundEntries() {
  const isHushed = useHushed();
  const { togglePanel } = useStage();
  return (
    <>
      <MenuItem
        icon={IconVolume3}
        label={words.hush}
        hint={words.hushHint}
        kind="toggle"
        checked={isHushed}
        shortcut="q"
        onClick={() => setHushed(!isHushed)}
      />
      <MenuItem icon={IconAdjustments} label={words.panel} onClick={() => togglePanel('sound')} />
    </>
  );
}
