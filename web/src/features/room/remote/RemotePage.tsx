import { isId } from '@rejoin/shared';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Loading } from '../../../ui/Loading';
import { useTitle } from '../../../ui/useTitle';
import { ProblemScreen } from '../screens/ProblemScreen';
import { useRoomView } from '../state/useRoomView';
import { Remote } from './Remote';

/** The room without pictures and sound, for a second device of staff: it takes nobody's place. */
export function RemotePage() {
  const { sessionId } = useParams();
  useTitle('');
  if (!isId(sessionId))
    return <ProblemScreen title="We could not find this session" text="The link may be old, or it is not yours to open." />;
  return <Watching key={sessionId} sessionId={sessionId} />;
}

function Watching({ sessionId }: { sessionId: string }) {
  // A name of its own: the device that holds the seat stays the one.
  const [device] = useState(() => crypto.randomUUID() as string);
  const watched = useRoomView(sessionId, device);
  if (watched.status === 'loading') return <Loading />;
  if (watched.status === 'refused') return <ProblemScreen title="This session cannot be opened" text={watched.error.message} />;
  if (watched.status === 'old') {
    return <ProblemScreen title="Rejoin was updated" text="Please reload this page to go on." canReload />;
  }
  if (!watched.view.me.staff) return <ProblemScreen title="This page is for staff" text="To take part, open the session from your day." />;
  return <Remote sessionId={sessionId} device={device} view={watched.view} />;
}
