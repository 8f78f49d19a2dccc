import { Button } from '@mantine/core';
import { mayStillWrite, readDay, wordsAfterEndMinutes } from '@rejoin/shared';
import { Link } from 'react-router';
import { useCall } from '../../../lib/query';
import { TimeText } from '../../../ui/TimeText';
import { Thread } from '../messages/Thread';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { SharedMaterials } from './SharedMaterials';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';

/** The end of a session for everyone who is not staff: thanks, what comes next, and a word with staff. */
export function PersonClosing() {
  const { view } = useRoom();
  const { place, capacity } = view.me;
  const wasHere = place !== 'outside';
  return (
    <Frame
      picture={<Circle where="closed" />}
      above={<SessionLine />}
      title={wasHere ? 'The session has ended. Thank you for being here.' : 'The session has ended'}
      phone={view.phone}
    >
      <p className={classes.lead}>
        {wasHere
          ? 'Your camera and microphone are off. Take a moment before you go on with your day.'
          : 'If you wanted to come today, your program is glad to hear from you.'}
      </p>
      {capacity !== 'observer' && <NextOne />}
      {wasHere && <WordWithStaff />}
      <SharedMaterials />
      <div className={classes.buttons}>
        <Button component={Link} to="/">
          Go to today
        </Button>
      </div>
    </Frame>
  );
}

/** The next session that is planned, in the reader's own time. */
function NextOne() {
  const { view } = useRoom();
  const day = useCall(readDay);
  if (!day.data) return null;
  const now = Date.parse(day.data.now);
  const next = day.data.sessions
    .filter(({ id, startsAt, cancelled, endedAt }) => id !== view.sessionId && !cancelled && !endedAt && Date.parse(startsAt) > now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
  return (
    <p>
      {next ? (
        <>
          Your next session: <strong>{next.title}</strong>, <TimeText at={next.startsAt} zone={next.zone} />.
        </>
      ) : (
        'No next session is planned yet. Your program will tell you.'
      )}
    </p>
  );
}

/** Open for half an hour; what was written stays to be read. */
function WordWithStaff() {
  const { view } = useRoom();
  const isOpen = mayStillWrite(view.endedAt, useNow());
  const hasLines = Object.keys(view.threads[view.me.seatId] ?? {}).length > 0;
  if (!isOpen && !hasLines) return null;
  const until = view.endedAt && new Date(Date.parse(view.endedAt) + wordsAfterEndMinutes * 60_000).toISOString();
  return (
    <section className={classes.words} aria-labelledby="word-with-staff">
      <h2 id="word-with-staff" className={classes.small}>
        A word with staff
      </h2>
      <p>
        {isOpen && until ? (
          <>
            You can write to staff until <TimeText at={until} style="time" />.
          </>
        ) : (
          'Messages for this session are closed. Please call your program.'
        )}
      </p>
      <Thread threadId={view.me.seatId} closed={!isOpen} />
    </section>
  );
}
