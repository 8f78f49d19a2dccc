import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Note } from '../../../ui/Note';
import { TimeText } from '../../../ui/TimeText';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';

export function EndedScreen() {
  const { view } = useRoom();
  const { staff, place } = view.me;
  const wasHere = place !== 'outside';
  return (
    <Frame
      picture={<Circle where="closed" />}
      above={<SessionLine />}
      title={staff || !wasHere ? 'The session has ended' : 'The session has ended. Thank you for being here.'}
      phone={staff ? undefined : view.phone}
    >
      <p className={classes.lead}>
        {staff
          ? 'Everyone has left the room. Nobody can be seen or heard any more.'
          : wasHere
            ? 'Your camera and microphone are off. Take a moment before you go on with your day.'
            : 'If you wanted to come today, your program is glad to hear from you.'}
      </p>
      {staff && <UnattendedEnd />}
      <div className={classes.buttons}>
        <Button component={Link} to="/">
          Go to today
        </Button>
        {staff && (
          <Button variant="default" component={Link} to={`/sessions/${view.sessionId}`}>
            Open this session
          </Button>
        )}
      </div>
    </Frame>
  );
}

/** Nobody pressed End: the lead says whether the time is right. */
function UnattendedEnd() {
  const { view, commands } = useRoom();
  if (view.ending !== 'everyoneLeft' || !view.endedAt || view.me.capacity !== 'lead') return null;
  if (view.endConfirmed) return <Note tone="good">You confirmed when this session ended.</Note>;
  return (
    <>
      <Note title="Nobody ended this session">
        It counts as ended at <TimeText at={view.endedAt} zone={view.zone} style="time" />, when the last person left.
      </Note>
      <ErrorNote error={commands.error} />
      <Button variant="light" loading={commands.isRunning({ type: 'confirmEnd' })} onClick={() => commands.run({ type: 'confirmEnd' })}>
        Confirm the end
      </Button>
    </>
  );
}
