import { Button } from '@mantine/core';
import { formatInstant } from '../../../lib/time';
import { useViewerZone } from '../../../ui/viewerZone';
import { useRoom } from '../state/roomContext';
import classes from './Chat.module.css';
import type { Outgoing } from './outbox';
import type { ShownLine } from './useChat';
import type { UsedOutbox } from './useOutbox';

const togetherMs = 120_000;

function goesOn(line: ShownLine, before: ShownLine | undefined): boolean {
  return before?.seatId === line.seatId && Date.parse(line.at) - Date.parse(before.at) < togetherMs;
}

/** A line of the chat. Links in it are plain text: nobody is led away by a message. */
export function ChatLineRow({ line, before }: { line: ShownLine; before?: ShownLine }) {
  const { view } = useRoom();
  const zone = useViewerZone();
  const isMine = line.seatId === view.me.seatId;
  return (
    <div className={classes.line} data-mine={isMine || undefined} data-on={goesOn(line, before) || undefined}>
      {!goesOn(line, before) && (
        <p className={classes.from}>
          <strong>{isMine ? 'You' : line.name}</strong> <time dateTime={line.at}>{formatInstant(line.at, zone, 'time')}</time>
        </p>
      )}
      <p className={classes.body} data-gone={line.body === undefined || undefined}>
        {line.body ?? 'This message was taken out.'}
      </p>
    </div>
  );
}

/** A line on its way. */
export function OutgoingRow({ line, outbox }: { line: Outgoing; outbox: UsedOutbox }) {
  return (
    <div className={classes.line} data-mine>
      <p className={classes.body} data-waiting>
        {line.body}
      </p>
      {line.refusal === undefined ? (
        <p className={classes.state}>Sending…</p>
      ) : (
        <div className={classes.state} role="alert">
          <p>Not sent. {line.refusal}</p>
          <Button size="compact-sm" variant="default" onClick={() => outbox.sendAgain(line.textId)}>
            Try again
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => outbox.drop(line.textId)}>
            Take it back
          </Button>
        </div>
      )}
    </div>
  );
}
