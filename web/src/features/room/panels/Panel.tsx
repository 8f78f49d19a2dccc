import { CloseButton, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ChatPanel } from '../chat/ChatPanel';
import type { UsedChat } from '../chat/useChat';
import { AgendaPanel } from './AgendaPanel';
import { DevicesPanel } from './DevicesPanel';
import classes from './Panel.module.css';
import { PeoplePanel } from './PeoplePanel';

export type PanelName = 'chat' | 'people' | 'agenda' | 'devices';

const titles: Record<PanelName, string> = { chat: 'Chat', people: 'People', agenda: 'Agenda', devices: 'Devices' };

interface Props {
  name: PanelName;
  chat: UsedChat;
  onClose: () => void;
}

export function Panel({ name, chat, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The chat's own field takes the focus; everywhere else the heading does.
    if (name !== 'chat') heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <aside className={classes.panel} aria-label={titles[name]}>
      <div className={classes.head}>
        <Title order={2} size="h3" tabIndex={-1} ref={heading}>
          {titles[name]}
        </Title>
        <CloseButton size="lg" aria-label="Close" onClick={onClose} />
      </div>
      <Content name={name} chat={chat} />
    </aside>
  );
}

function Content({ name, chat }: Pick<Props, 'name' | 'chat'>) {
  switch (name) {
    case 'chat':
      return <ChatPanel chat={chat} />;
    case 'people':
      return <PeoplePanel />;
    case 'agenda':
      return <AgendaPanel />;
    case 'devices':
      return <DevicesPanel />;
  }
}
