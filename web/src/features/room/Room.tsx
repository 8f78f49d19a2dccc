import type { RoomView } from '@rejoin/shared';
import { useEffect } from 'react';
import { Loading } from '../../ui/Loading';
import { useLocalMedia } from './media/useLocalMedia';
import { useMediaRoom } from './media/useMediaRoom';
import { useUnread } from './messages/useUnread';
import { isResting, useRest } from './pauses/pauses';
import { RoomScreen } from './RoomScreen';
import { ProblemScreen } from './screens/ProblemScreen';
import { useHeard } from './sound/useHeard';
import { RoomContext } from './state/roomContext';
import { forget } from './state/roomStorage';
import { isComing, maySend } from './state/screen';
import { useAnnouncements } from './state/useAnnouncements';
import { useBeat } from './state/useBeat';
import { useComing } from './state/useComing';
import { useElsewhere } from './state/useElsewhere';
import { useRoomCommands } from './state/useRoomCommands';
import { useRoomView } from './state/useRoomView';
import { useScreen } from './state/useScreen';
import { useStraightIn } from './state/useStraightIn';
import { useTalkNews } from './talk/talkTime';
import { useSpoke } from './talk/useSpoke';

interface Props {
  sessionId: string;
  device: string;
}

export function Room({ sessionId, device }: Props) {
  useTalkNews(sessionId);
  const watched = useRoomView(sessionId, device);
  if (watched.status === 'loading') return <Loading />;
  if (watched.status === 'refused') return <ProblemScreen title="This session cannot be opened" text={watched.error.message} />;
  if (watched.status === 'old') {
    return <ProblemScreen title="Rejoin was updated" text="Please reload this page to go on." canReload />;
  }
  return <RoomInView sessionId={sessionId} device={device} view={watched.view} />;
}

function RoomInView({ sessionId, device, view }: Props & { view: RoomView }) {
  const commands = useRoomCommands(sessionId);
  const used = useScreen(view, device);
  // Whoever leaves is gone at once, also while the server cannot be told yet.
  const isLeaving = commands.isRunning({ type: 'leave', device });
  const screen = isLeaving && (used.screen === 'room' || used.screen === 'waiting') ? 'left' : used.screen;
  const unread = useUnread(view);
  const resting = isResting(view);
  const media = useLocalMedia(sessionId, isComing(screen) && maySend(view) && (view.me.gate?.passed ?? true) && !resting);
  useRest(media, resting);
  const isIn = screen === 'room';
  const isOnTheWay = useStraightIn({ view, device, commands });
  const live = useHeard(useMediaRoom({ sessionId, device, media, warm: isComing(screen), wanted: isIn || isOnTheWay }), isIn);
  const { snapshot } = live;
  const spoke = useSpoke(snapshot);
  useBeat({ sessionId, device }, isIn || screen === 'waiting', () => ({
    connected: snapshot.connection === 'connected',
    videoSent: snapshot.videoSent,
    audioSent: snapshot.audioSent,
    couldHear: snapshot.connection === 'connected' && snapshot.canPlay && !resting,
    spoke: spoke(),
  }));
  useComing({ view, device, commands });
  const elsewhere = useElsewhere({ view, device, screen: used.screen, commands, media });
  useAnnouncements(view, screen);
  useEffect(() => {
    // What was typed here is no use to anybody once the session is over.
    if (screen === 'ended' || screen === 'cancelled') forget('chat');
  }, [screen]);
  return (
    <RoomContext value={{ sessionId, device, view, commands, media, unread }}>
      <RoomScreen used={{ ...used, screen }} live={live} elsewhere={elsewhere} />
    </RoomContext>
  );
}
