import { IconUserSquareRounded } from '@tabler/icons-react';
import { useSelfView } from '../useSelfView';
import { MenuItem } from './MenuItem';

export function SelfViewEntry() {
  const [shown, setShown] = useSelfView();
  return <MenuItem icon={IconUserSquareRounded} label="My own picture" kind="toggle" checked={shown} onClick={() => setShown(!shown)} />;
}
