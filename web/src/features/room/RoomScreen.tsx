import { Suspense, useDeferredValue, useEffect, useRef } from 'react';
import { whenHeadingComes } from '../../lib/heading';
import { Loading } from '../../ui/Loading';
import { BeforeTheDoor, BeforeTheRoom, useGateOpen } from './gate/BeforeTheRoom';
import { GateScreen } from './gate/GateScreen';
import { loadLater, OutsideScreen } from './later';
import type { UsedMediaRoom } from './media/useMediaRoom';
import { WaitingScreen } from './screens/WaitingScreen';
import { Stage } from './stage/Stage';
import type { Elsewhere } from './state/useElsewhere';
import type { Screen } from './state/screen';
import type { UsedScreen } from './state/useScreen';

/** The first pictures come before what nobody has asked for yet. */
const laterMs = 2_000;

interface Props {
  used: UsedScreen;
  live: UsedMediaRoom;
  elsewhere: Elsewhere;
}

/** When the page becomes another one by itself, the focus moves to its heading. */
function useFocusOnChange(screen: Screen | null): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    return whenHeadingComes((heading) => heading.focus({ preventScroll: true }));
  }, [screen]);
}

/** The way to the media begins before the room is drawn, which takes its time and can be interrupted. */
function useDrawn(screen: Screen | null): Screen | null {
  const behind = useDeferredValue(screen);
  return screen === 'room' ? behind : screen;
}

export function RoomScreen({ used, live, elsewhere }: Props) {
  const { putBack, comeBack, goInEarly } = used;
  const screen = useDrawn(used.screen);
  const isGateOpen = useGateOpen();
  useFocusOnChange(screen);
  const isConnected = live.snapshot.connection === 'connected';
  useEffect(() => {
    if (screen !== 'room' || !isConnected) return;
    const soon = setTimeout(() => void loadLater(), laterMs);
    return () => clearTimeout(soon);
  }, [screen, isConnected]);
  switch (screen) {
    case null:
      return null;
    case 'early':
      return <BeforeTheDoor onGoIn={goInEarly} />;
    case 'preview':
      return <BeforeTheRoom />;
    case 'waiting':
      return isGateOpen ? <GateScreen goesIn={false} /> : <WaitingScreen putBack={putBack} />;
    case 'room':
      return <Stage live={live} />;
    default:
      return (
        <Suspense fallback={<Loading />}>
          <OutsideScreen screen={screen} comeBack={comeBack} elsewhere={elsewhere} />
        </Suspense>
      );
  }
}
