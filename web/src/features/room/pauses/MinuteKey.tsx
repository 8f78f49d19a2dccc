import { useShortcuts } from '../stage/useShortcuts';
import { useRoom } from '../state/roomContext';
import { isResting } from './pauses';

/** The key for a minute, which works with the menu closed. */
export function MinuteKey() {
  const { view, commands } = useRoom();
  const mayTake = view.me.capacity !== 'observer' && view.me.place === 'main' && !isResting(view);
  useShortcuts({ n: () => mayTake && commands.run({ type: 'minute.take' }) });
  return null;
}
