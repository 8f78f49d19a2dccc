import { VisuallyHidden } from '@mantine/core';
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { useChat } from '../chat/useChat';
import type { UsedMediaRoom } from '../media/useMediaRoom';
import { Panel } from '../panels/Panel';
import { isResting } from '../pauses/pauses';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { useViewStore, ViewPartProvider } from '../state/viewPart';
import { ControlBar } from './ControlBar';
import { Notices } from './Notices';
import { Pictures } from './Pictures';
import { SlotParts } from './SlotParts';
import { cards, layers } from './slots';
import classes from './Stage.module.css';
import { nextLayout, type UsedSeeing, useSeeing } from './seeing/useSeeing';
import { StageContext } from './stageContext';
import { TopBar } from './TopBar';
import { usePanel } from './usePanel';
import { useShortcuts } from './useShortcuts';
import { waitingOf } from './waiting';

/** What the first pictures take once the way to them is open. */
const picturesMs = 50;
const drawWithinMs = 300;

/** The room while one is in it. */
export function Stage({ live }: { live: UsedMediaRoom }) {
  const { panel, toggle, close } = usePanel();
  const chat = useChat(panel === 'chat');
  const { covers, cover } = useCovers();
  const { view } = useRoom();
  const store = useViewStore(view);
  const seeing = useSeeing(live.snapshot.line);
  useStageKeys(close, seeing);
  const resting = isResting(view);
  const isDrawn = useDrawn(live.snapshot.connection === 'connected');
  const here = useMemo(
    () => ({ live, chat, panel, togglePanel: toggle, closePanel: close, seeing, cover }),
    [live, chat, panel, toggle, close, seeing, cover],
  );
  return (
    <ViewPartProvider value={store}>
      <StageContext value={here}>
        <div className={classes.stage} data-fills-screen data-panel={panel ?? undefined}>
          {isDrawn && <TopBar />}
          <main className={classes.middle} inert={covers > 0}>
            <Heading />
            <Notices live={live} />
            {!resting && (
              <>
                <div className={classes.cards}>{isDrawn && <SlotParts of={cards} props={{}} />}</div>
                <Pictures />
              </>
            )}
          </main>
          {panel && (
            <div className={classes.panel} inert={covers > 0}>
              <Panel name={panel} onClose={close} />
            </div>
          )}
          <footer className={classes.bar} inert={covers > 0}>
            {isDrawn && <ControlBar />}
          </footer>
          {isDrawn && <SlotParts of={layers} props={{}} />}
        </div>
      </StageContext>
    </ViewPartProvider>
  );
}

function Heading() {
  const { view } = useRoom();
  return (
    <VisuallyHidden>
      <h1 tabIndex={-1} data-page-heading>
        In the room: {view.title}
      </h1>
    </VisuallyHidden>
  );
}

/** The pictures come first; what stands around them is drawn once the way to them is open, or takes too long. */
function useDrawn(isConnected: boolean): boolean {
  const [drawn, setDrawn] = useState(isConnected);
  useEffect(() => {
    if (drawn) return;
    const soon = setTimeout(() => startTransition(() => setDrawn(true)), isConnected ? picturesMs : drawWithinMs);
    return () => clearTimeout(soon);
  }, [drawn, isConnected]);
  return drawn;
}

/** How many layers lie over the stage. */
function useCovers() {
  const [covers, setCovers] = useState(0);
  const cover = useCallback(() => {
    setCovers((count) => count + 1);
    return () => setCovers((count) => count - 1);
  }, []);
  return { covers, cover };
}

function useStageKeys(closePanel: () => void, seeing: UsedSeeing): void {
  const { view, media, commands } = useRoom();
  const isStaff = view.me.staff;
  const waiting = isStaff ? waitingOf(view) : [];
  const sends = maySend(view) && !isResting(view);
  useShortcuts({
    m: () => sends && media.set('microphone', !media.get().microphone.on),
    v: () => sends && media.set('camera', !media.get().camera.on),
    a: () => waiting[0] && commands.run({ type: 'admit', seatId: waiting[0].seatId }),
    'shift+a': () => waiting.length > 0 && commands.run({ type: 'admitAll' }),
    l: () => seeing.choose({ layout: nextLayout[seeing.layout] }),
    Escape: closePanel,
  });
}
