import { useEffect } from 'react';
import chat from '../chat/Chat.module.css';
import { ChatField } from '../chat/ChatField';
import { ChatLineRow, OutgoingRow } from '../chat/ChatLineRow';
import { useOutbox } from '../chat/useOutbox';
import { useStickToEnd } from '../chat/useStickToEnd';
import { useRoom } from '../state/roomContext';
import classes from './Thread.module.css';
import { linesOf } from './threads';

interface Props {
  /** The seat of the person with whom staff write. */
  threadId: string;
  /** What to read where nothing was written yet. */
  empty?: string;
  /** Takes all the height there is, as in a panel. */
  fills?: boolean;
  takesFocus?: boolean;
  closed?: boolean;
}

/** Private words between staff and one person. */
export function Thread({ threadId, empty, fills, takesFocus, closed }: Props) {
  const { sessionId, view, unread } = useRoom();
  const lines = linesOf(view, threadId);
  const outbox = useOutbox(sessionId, view.threads[threadId] ?? {}, threadId);
  const { list, onScroll } = useStickToEnd(lines.length + outbox.waiting.length);
  const { seen } = unread;
  useEffect(() => seen(threadId), [seen, threadId, lines.length]);
  const name = view.people[threadId]?.name ?? '';
  const isEmpty = lines.length === 0 && outbox.waiting.length === 0;
  return (
    <div className={fills ? chat.chat : classes.thread}>
      <div
        className={fills ? chat.lines : classes.lines}
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-label={view.me.staff ? `Messages with ${name}` : 'Messages with staff'}
        tabIndex={isEmpty ? undefined : 0}
      >
        {isEmpty && empty && <p className={chat.empty}>{empty}</p>}
        {lines.map((line, index) => (
          <ChatLineRow key={line.textId} line={line} before={lines[index - 1]} />
        ))}
        {outbox.waiting.map((line) => (
          <OutgoingRow key={line.textId} line={line} outbox={outbox} />
        ))}
      </div>
      <WhoReads name={name} fills={fills} />
      {!closed && (
        <ChatField
          onSay={outbox.say}
          name={`message-${threadId}`}
          label={view.me.staff ? `Message to ${name}` : 'Message to staff'}
          placeholder={view.me.staff ? `Write to ${name}` : 'Write to staff'}
          takesFocus={takesFocus}
        />
      )}
    </div>
  );
}

function WhoReads({ name, fills }: { name: string; fills: boolean | undefined }) {
  const { view } = useRoom();
  const days = view.chat.keptDays;
  return (
    <p className={fills ? chat.who : classes.who}>
      Who reads this: {view.me.staff ? `${name} and the staff of this session` : 'only you and staff'}, nobody else. It is kept for {days}{' '}
      {days === 1 ? 'day' : 'days'}.
    </p>
  );
}
