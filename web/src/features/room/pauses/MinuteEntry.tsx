import { IconLeaf } from '@tabler/icons-react';
import { pauseWords } from '../../../lib/pauseWords';
import { MenuItem } from '../stage/menu/MenuItem';
import { useRoom } from '../state/roomContext';

const take = { type: 'minute.take' } as const;

/** A minute for oneself, one press away. */
export function MinuteEntry() {
  const { view, commands } = useRoom();
  if (view.me.capacity === 'observer' || view.me.place !== 'main') return null;
  const { entry, entryHint } = pauseWords.minute;
  return <MenuItem icon={IconLeaf} label={entry} hint={entryHint} shortcut="n" onClick={() => commands.run(take)} />;
}
