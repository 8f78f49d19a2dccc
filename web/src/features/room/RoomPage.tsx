import { isId } from '@rejoin/shared';
import { Suspense, use } from 'react';
import { useParams } from 'react-router';
import { Loading } from '../../ui/Loading';
import { useTitle } from '../../ui/useTitle';
import { Room } from './Room';
import { ProblemScreen } from './screens/ProblemScreen';
import { deviceOfTab } from './state/device';

export function RoomPage() {
  const { sessionId } = useParams();
  // Others may see the tab: it says neither where nor with whom one is.
  useTitle('');
  if (!isId(sessionId))
    return <ProblemScreen title="We could not find this session" text="The link may be old, or it is not yours to open." />;
  return (
    <Suspense fallback={<Loading />}>
      <RoomOnThisTab key={sessionId} sessionId={sessionId} />
    </Suspense>
  );
}

function RoomOnThisTab({ sessionId }: { sessionId: string }) {
  return <Room sessionId={sessionId} device={use(deviceOfTab())} />;
}
