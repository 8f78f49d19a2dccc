import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { RoomView } from '@rejoin/shared';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Covered } from '../../../ui/Covered';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Loading } from '../../../ui/Loading';
import { Note } from '../../../ui/Note';
import { useChat } from '../chat/useChat';
import { noMedia } from '../media/mediaTypes';
import { useLocalMedia } from '../media/useLocalMedia';
import { useUnread } from '../messages/useUnread';
import { type PanelName, panels } from '../panels/panels';
import { useSeeing } from '../stage/seeing/useSeeing';
import { StageContext } from '../stage/stageContext';
import { TopBar } from '../stage/TopBar';
import { RoomContext, useRoom } from '../state/roomContext';
import { useRoomCommands } from '../state/useRoomCommands';
import { useViewStore, ViewPartProvider } from '../state/viewPart';
import classes from './Remote.module.css';
import { RemoteCards } from './RemoteCards';

const StaffClosing = lazy(async () => ({ default: (await import('../screens/StaffClosing')).StaffClosing }));

const tabs = [
  { value: 'agenda', label: 'Agenda' },
  { value: 'people', label: 'People' },
  { value: 'talk', label: 'Hands' },
  { value: 'chat', label: 'Chat' },
  { value: 'materials', label: 'Shared' },
] as const satisfies readonly { value: PanelName; label: string }[];
type Tab = (typeof tabs)[number]['value'];

const live = { snapshot: noMedia, playSound: () => undefined, want: () => undefined };
const uncovered = () => () => undefined;

interface Props {
  sessionId: string;
  device: string;
  view: RoomView;
}

export function Remote({ sessionId, device, view }: Props) {
  const commands = useRoomCommands(sessionId);
  const unread = useUnread(view);
  const media = useLocalMedia(sessionId, false);
  const store = useViewStore(view);
  const here = useMemo(() => ({ sessionId, device, view, commands, media, unread }), [sessionId, device, view, commands, media, unread]);
  return (
    <RoomContext value={here}>
      <ViewPartProvider value={store}>
        {view.phase === 'ended' ? (
          <Suspense fallback={<Loading />}>
            <StaffClosing />
          </Suspense>
        ) : (
          <Running />
        )}
      </ViewPartProvider>
    </RoomContext>
  );
}

function Running() {
  const { view, commands } = useRoom();
  const [tab, setTab] = useState<Tab>('people');
  const chat = useChat(tab === 'chat');
  const seeing = useSeeing('all');
  const stage = useMemo(() => {
    const open = (name: PanelName) => setTab((was) => tabs.find(({ value }) => value === name)?.value ?? was);
    return { live, chat, panel: tab, togglePanel: open, closePanel: () => undefined, seeing, cover: uncovered };
  }, [chat, tab, seeing]);
  const { Part } = panels[tab];
  return (
    <StageContext value={stage}>
      <div className={classes.page} data-fills-screen>
        <TopBar />
        <main className={classes.main}>
          <VisuallyHidden>
            <h1 tabIndex={-1} data-page-heading>
              Panel for {view.title}
            </h1>
          </VisuallyHidden>
          {view.me.place !== 'main' && (
            <Note title="You are not in the room yet">Open the room on your computer. Then you can give orders from here too.</Note>
          )}
          {commands.error && <ErrorNote error={commands.error} onRetry={commands.clearError} retryLabel="All right" />}
          <Covered text="Something for you is covered while you share." small>
            <RemoteCards />
          </Covered>
          <section className={classes.panel} aria-label={panels[tab].title}>
            <Suspense fallback={<Loading />}>
              <Covered text="This is covered while you share your screen.">
                <Part />
              </Covered>
            </Suspense>
          </section>
        </main>
        <nav className={classes.tabs} aria-label="Parts of the panel">
          <SegmentedControl
            fullWidth
            size="md"
            aria-label="Part of the panel"
            value={tab}
            onChange={(value) => setTab(tabs.find((one) => one.value === value)?.value ?? 'people')}
            data={[...tabs]}
          />
        </nav>
      </div>
    </StageContext>
  );
}
