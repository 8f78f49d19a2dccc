import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useChat } from '../chat/useChat';
import type { UsedMediaRoom } from '../media/useMediaRoom';
import { Panel } from '../panels/Panel';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { ControlBar } from './ControlBar';
import { Notices } from './Notices';
import { Pictures } from './Pictures';
import classes from './Stage.module.css';
import { TopBar } from './TopBar';
import { usePanel } from './usePanel';
import { useSelfView } from './useSelfView';
import { useShortcuts } from './useShortcuts';
import { waitingOf } from './waiting';
import { WaitingStrip } from './WaitingStrip';

// Only for staff: patients need not load it.
const CareStrip = lazy(async () => ({ default: (await import('../expected/CareStrip')).CareStrip }));

/** The room while one is in it. */
export function Stage({ live }: { live: UsedMediaRoom }) {
  const { view, media, commands, unread } = useRoom();
  const { panel, toggle, close } = usePanel();
  const chat = useChat(panel === 'chat');
  const [selfView, setSelfView] = useSelfView();
  const admitNext = () => {
    const [next] = view.me.staff ? waitingOf(view) : [];
    if (next) commands.run({ type: 'admit', seatId: next.seatId });
  };
  useShortcuts({
    m: () => maySend(view) && media.set('microphone', !media.get().microphone.on),
    v: () => maySend(view) && media.set('camera', !media.get().camera.on),
    a: () => admitNext(),
    'shift+a': () => view.me.staff && waitingOf(view).length > 0 && commands.run({ type: 'admitAll' }),
    Escape: close,
  });
  return (
    <div className={classes.stage} data-fills-screen data-panel={panel ?? undefined}>
      <TopBar />
      <main className={classes.middle}>
        <VisuallyHidden>
          <h1 tabIndex={-1} data-page-heading>
            In the room: {view.title}
          </h1>
        </VisuallyHidden>
        <Notices live={live} />
        {view.me.staff && (
          <Suspense fallback={null}>
            <CareStrip />
          </Suspense>
        )}
        {view.me.staff && panel !== 'people' && <WaitingStrip />}
        <Pictures snapshot={live.snapshot} selfView={selfView} />
      </main>
      {panel && <Panel name={panel} chat={chat} onClose={close} />}
      <ControlBar
        panel={panel}
        onPanel={toggle}
        unread={chat.unread + (view.me.staff ? 0 : unread.total)}
        selfView={selfView}
        onSelfView={setSelfView}
        maySend={maySend(view) && live.snapshot.maySend}
      />
    </div>
  );
}
