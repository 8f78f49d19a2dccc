import { Button } from '@mantine/core';
import { mayStillWrite, mayUndoEnd, undoEndSeconds } from '@rejoin/shared';
import { IconArrowBackUp, IconClipboardText } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { may, useMe } from '../../../lib/me';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Note } from '../../../ui/Note';
import { TimeText } from '../../../ui/TimeText';
import { CareStrip } from '../expected/CareStrip';
import { Thread } from '../messages/Thread';
import { linesOf } from '../messages/threads';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';
import { SharedMaterials } from './SharedMaterials';

/** The end for staff: take it back, who asks for a call, words, notes. */
export function StaffClosing() {
  const { view, commands } = useRoom();
  const me = useMe();
  return (
    <Frame picture={<Circle where="closed" />} above={<SessionLine />} title="The session has ended">
      <p className={classes.lead}>Everyone has left the room. Nobody can be seen or heard any more.</p>
      <UndoEnd />
      <UnattendedEnd />
      <ErrorNote error={commands.error} />
      <CareStrip />
      <Words />
      <SharedMaterials />
      <div className={classes.buttons}>
        {may(me, 'note.list') && (
          <Button component={Link} to={`/sessions/${view.sessionId}/notes`} leftSection={<IconClipboardText size={20} aria-hidden />}>
            Write notes
          </Button>
        )}
        <Button variant="default" component={Link} to={`/sessions/${view.sessionId}`}>
          Open this session
        </Button>
        <Button variant="default" component={Link} to="/">
          Go to today
        </Button>
      </div>
    </Frame>
  );
}

function UndoEnd() {
  const { view, commands } = useRoom();
  const now = useNow();
  if (!view.endedAt || !mayUndoEnd(view, now)) return null;
  const left = Math.min(undoEndSeconds, Math.ceil(undoEndSeconds - (now - Date.parse(view.endedAt)) / 1_000));
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={20} aria-hidden />}
      loading={commands.isRunning({ type: 'undoEnd' })}
      onClick={() => commands.run({ type: 'undoEnd' })}
    >
      Take the end back ({left} s)
    </Button>
  );
}

/** Threads in which something was written; they can be answered for a while. */
function Words() {
  const { view } = useRoom();
  const isOpen = mayStillWrite(view.endedAt, useNow(10_000));
  const threads = Object.keys(view.threads).filter((threadId) => view.people[threadId]);
  if (threads.length === 0) return null;
  return (
    <section className={classes.words} aria-labelledby="words-with-staff">
      <h2 id="words-with-staff" className={classes.small}>
        Messages
      </h2>
      {threads.map((threadId) => (
        <Talk key={threadId} threadId={threadId} isOpen={isOpen} />
      ))}
    </section>
  );
}

/** What is new stands open; the rest is one click away. */
function Talk({ threadId, isOpen }: { threadId: string; isOpen: boolean }) {
  const { view, unread } = useRoom();
  const fresh = unread.of(threadId);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = chosen ?? (fresh > 0 || linesOf(view, threadId).some(({ at }) => at > (view.endedAt ?? '')));
  return (
    <details className={classes.more} open={shown} onToggle={({ currentTarget: { open } }) => open !== shown && setChosen(open)}>
      <summary>
        {view.people[threadId]?.name}
        {fresh > 0 && ` (${fresh} new)`}
      </summary>
      {shown && <Thread threadId={threadId} closed={!isOpen} />}
    </details>
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
      <Button variant="light" loading={commands.isRunning({ type: 'confirmEnd' })} onClick={() => commands.run({ type: 'confirmEnd' })}>
        Confirm the end
      </Button>
    </>
  );
}
