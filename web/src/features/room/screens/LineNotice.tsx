import { ErrorNote } from '../../../ui/ErrorNote';
import { Note } from '../../../ui/Note';
import { useRoom } from '../state/roomContext';
import { useServerAway } from '../state/useServerAway';

/** What stands between the person and the next step, if anything. */
export function LineNotice() {
  const { commands } = useRoom();
  const away = useServerAway();
  if (commands.error) return <ErrorNote error={commands.error} />;
  if (!away) return null;
  return (
    <Note tone="warning" live>
      We are connecting again. You do not need to do anything.
    </Note>
  );
}
