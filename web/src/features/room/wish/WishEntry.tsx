import { IconHeartHandshake } from '@tabler/icons-react';
import { ownWish, wishWords } from '../../../lib/wishWords';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';

/** In the room: the same wish, at any time. */
export function WishEntry() {
  const { view } = useRoom();
  const { togglePanel } = useStage();
  if (!maySend(view)) return null;
  const { wish } = view.me;
  return (
    <MenuItem
      icon={IconHeartHandshake}
      label={wishWords.change}
      hint={wish ? ownWish(wish) : undefined}
      onClick={() => togglePanel('wish')}
    />
  );
}
