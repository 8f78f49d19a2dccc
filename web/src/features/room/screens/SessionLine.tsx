import { TimeText } from '../../../ui/TimeText';
import { useRoom } from '../state/roomContext';

/** Which session this is, and when. */
export function SessionLine() {
  const { view } = useRoom();
  const end = new Date(Date.parse(view.startsAt) + view.plannedMinutes * 60_000).toISOString();
  return (
    <>
      {view.title} · <TimeText at={view.startsAt} to={end} zone={view.zone} style="dayTime" />
    </>
  );
}
