import { Button } from '@mantine/core';
import { barsFrom, type CheckInInView, thumbs } from '@rejoin/shared';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { checkInWords as words } from '../../../lib/pauseWords';
import { useRoom } from '../state/roomContext';
import classes from './CheckIn.module.css';
import type { CheckInOf } from './checkIns';

/** All answers as one picture without names, for everyone in the room while staff show it. */
export function PictureCard({ checkIn }: { checkIn: CheckInOf }) {
  const { view, commands } = useRoom();
  const { id, question = '' } = checkIn;
  useEffect(() => announce(`${words.pictureTitle}: ${question}`), [question]);
  return (
    <section className={classes.card} aria-labelledby={`picture-${id}`}>
      <h2 id={`picture-${id}`}>{question || words.pictureTitle}</h2>
      <Picture checkIn={checkIn} />
      <p className={classes.who}>{words.pictureHint}</p>
      {view.me.staff && (
        <Button
          className={classes.skip}
          size="sm"
          variant="default"
          onClick={() => commands.run({ type: 'checkIn.putAway', checkInId: id })}
        >
          Put away
        </Button>
      )}
    </section>
  );
}

function barName(kind: CheckInInView['kind'], index: number): string {
  const thumb = thumbs[index];
  if (kind === 'thumbs') return thumb === undefined ? '' : words.thumbs[thumb];
  return `${barsFrom[index] ?? 0}–${(barsFrom[index + 1] ?? 101) - 1}`;
}

export function Picture({ checkIn: { kind, result } }: { checkIn: Pick<CheckInInView, 'kind' | 'result'> }) {
  if (result?.words) {
    return (
      <ul className={classes.cloud}>
        {result.words.map((said, index) => (
          <li key={index}>{said}</li>
        ))}
      </ul>
    );
  }
  const counts = result?.counts ?? [];
  const most = Math.max(1, ...counts);
  return (
    <ul className={classes.bars}>
      {counts.map((count, index) => (
        <li key={index} aria-label={`${barName(kind, index)}: ${words.people(count)}`}>
          <span className={classes.bar} style={{ height: `${(count / most) * 100}%` }} aria-hidden />
          <span aria-hidden>{count > 0 ? count : ''}</span>
          <span className={classes.barName} aria-hidden>
            {barName(kind, index)}
          </span>
        </li>
      ))}
    </ul>
  );
}
