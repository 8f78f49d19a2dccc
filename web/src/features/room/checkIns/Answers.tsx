import { Button } from '@mantine/core';
import { answersForPicture, type CheckInInView, thumbs } from '@rejoin/shared';
import { checkInWords } from '../../../lib/pauseWords';
import { useRoom } from '../state/roomContext';
import classes from './CheckIn.module.css';
import type { CheckInOf } from './checkIns';

type Given = NonNullable<CheckInInView['answers']>[string];

function given(kind: CheckInInView['kind'], { value, body }: Given): string {
  if (kind === 'words') return body ?? '(erased)';
  const thumb = thumbs.find((one) => one === value);
  return kind === 'thumbs' && thumb !== undefined ? checkInWords.thumbs[thumb] : String(value);
}

/** For staff: who answered what, and nothing about who did not. */
export function Answers({ checkIn }: { checkIn: CheckInOf }) {
  const { view } = useRoom();
  const { id, kind, question = 'Check-in', answers = {}, closedAt } = checkIn;
  const name = (seatId: string) => view.people[seatId]?.name ?? '';
  const rows = Object.entries(answers).sort(([a], [b]) => (name(a) < name(b) ? -1 : 1));
  return (
    <section className={classes.asked} aria-labelledby={`answers-${id}`}>
      <h3 id={`answers-${id}`}>{question}</h3>
      <p className={classes.who} role={closedAt ? undefined : 'status'}>
        {closedAt ? 'Closed' : 'Open'} · {checkInWords.people(rows.length)} · {checkIn.picture ? 'may be shown as a picture' : 'staff only'}
      </p>
      {rows.length > 0 && (
        <dl className={classes.answers}>
          {rows.map(([seatId, answer]) => (
            <div key={seatId}>
              <dt>{name(seatId)}</dt>
              <dd>{given(kind, answer)}</dd>
            </div>
          ))}
        </dl>
      )}
      <AnswerButtons checkIn={checkIn} count={rows.length} />
    </section>
  );
}

function AnswerButtons({ checkIn: { id, closedAt, picture, shown, wasShown }, count }: { checkIn: CheckInOf; count: number }) {
  const { commands } = useRoom();
  if (!closedAt) {
    const close = { type: 'checkIn.close', checkInId: id } as const;
    return (
      <Button size="sm" variant="default" loading={commands.isRunning(close)} onClick={() => commands.run(close)}>
        Close
      </Button>
    );
  }
  if (!picture) return null;
  if (shown) {
    return (
      <Button size="sm" variant="default" onClick={() => commands.run({ type: 'checkIn.putAway', checkInId: id })}>
        Put the picture away
      </Button>
    );
  }
  if (wasShown) return <p className={classes.who}>The picture was shown.</p>;
  if (count < answersForPicture) return <p className={classes.who}>A picture needs {answersForPicture} answers.</p>;
  return (
    <Button size="sm" onClick={() => commands.run({ type: 'checkIn.show', checkInId: id })}>
      Show as a picture, once
    </Button>
  );
}
