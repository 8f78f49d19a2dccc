import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Thread } from '../messages/Thread';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { ChatField } from './ChatField';
import { ChatLineRow, OutgoingRow } from './ChatLineRow';
import classes from './Chat.module.css';
import type { UsedChat } from './useChat';
import { useStickToEnd } from './useStickToEnd';

/** The chat of everyone; for people who are not staff also their own words with staff. */
export function ChatPanel() {
  const { chat } = useStage();
  const { view, unread } = useRoom();
  const { seatId, staff } = view.me;
  const waiting = unread.of(seatId);
  const [shown, setShown] = useState(waiting > 0 ? 'staff' : 'everyone');
  if (staff) return <Everyone chat={chat} />;
  return (
    <>
      <SegmentedControl
        className={classes.which}
        aria-label="Who reads it"
        value={shown}
        onChange={setShown}
        data={[
          { value: 'everyone', label: 'Everyone' },
          { value: 'staff', label: waiting > 0 ? `Only staff (${waiting} new)` : 'Only staff' },
        ]}
      />
      {shown === 'staff' ? <Thread threadId={seatId} fills /> : <Everyone chat={chat} />}
    </>
  );
}

function Everyone({ chat }: { chat: UsedChat }) {
  const { view } = useRoom();
  const { lines, outbox } = chat;
  const days = view.chat.keptDays;
  return (
    <div className={classes.chat}>
      <ChatLines chat={chat} />
      <p className={classes.who}>
        Who reads this: everyone in this room. It is kept for {days} {days === 1 ? 'day' : 'days'}.
      </p>
      <ChatField
        onSay={outbox.say}
        name="chat"
        label="Message to everyone in this room"
        placeholder={lines.length === 0 ? 'Say hello' : 'Write a message'}
        takesFocus
      />
    </div>
  );
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
