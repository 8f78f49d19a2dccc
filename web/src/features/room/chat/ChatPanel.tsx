import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useRoom } from '../state/roomContext';
import { ChatField } from './ChatField';
import { ChatLineRow, OutgoingRow } from './ChatLineRow';
import classes from './Chat.module.css';
import type { UsedChat } from './useChat';

export function ChatPanel({ chat }: { chat: UsedChat }) {
  const { view } = useRoom();
  const { lines, outbox } = chat;
  const days = view.chat.keptDays;
  return (
    <div className={classes.chat}>
      <ChatLines chat={chat} />
      <p className={classes.who}>
        Who reads this: everyone in this room. It is kept for {days} {days === 1 ? 'day' : 'days'}.
      </p>
      <ChatField onSay={outbox.say} isFirst={lines.length === 0} />
    </div>
  );
}

/** Stays at the newest line, unless the person has scrolled up to read. */
function useStickToEnd(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [count]);
  const onScroll = () => {
    const element = list.current;
    if (element) isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
  };
  return { list, onScroll };
}

function ChatLines({ chat: { lines, outbox, hasEarlier, loading, error, readEarlier } }: { chat: UsedChat }) {
  const { list, onScroll } = useStickToEnd(lines.length + outbox.waiting.length);
  const isEmpty = lines.length === 0 && outbox.waiting.length === 0;
  return (
    <div className={classes.lines} ref={list} onScroll={onScroll} role="log" aria-label="Messages" tabIndex={0}>
      {hasEarlier && (
        <Button variant="subtle" size="compact-md" loading={loading} onClick={readEarlier}>
          Earlier messages
        </Button>
      )}
      <ErrorNote error={error} />
      {isEmpty && <p className={classes.empty}>No messages yet.</p>}
      {lines.map((line, index) => (
        <ChatLineRow key={line.textId} line={line} before={lines[index - 1]} />
      ))}
      {outbox.waiting.map((line) => (
        <OutgoingRow key={line.textId} line={line} outbox={outbox} />
      ))}
    </div>
  );
}
