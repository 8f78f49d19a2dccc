import type { Session } from '@rejoin/shared';
import { Note } from '../../ui/Note';
import { TimeText } from '../../ui/TimeText';

const whose = { ours: 'We cancelled it', patient: 'The patient cancelled it' };

/** What everyone who opens the session should know first. */
export function SessionNotes({ session }: { session: Session }) {
  const { cancellation } = session;
  return (
    <>
      {cancellation && (
        <Note tone="warning" title="This session is cancelled">
          {whose[cancellation.whose]}: {cancellation.reason}. Entered by {cancellation.byName}, <TimeText at={cancellation.at} />.
        </Note>
      )}
      {session.endedAt && session.ending === 'everyoneLeft' && !session.endConfirmed && (
        <Note tone="warning" title="The end is not confirmed yet">
          Nobody chose End. The session ended when the last person left, at <TimeText at={session.endedAt} style="time" />. The lead
          confirms this on their first page.
        </Note>
      )}
    </>
  );
}
