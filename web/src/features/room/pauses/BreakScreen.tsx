import { Button } from '@mantine/core';
import type { BreakInView } from '@rejoin/shared';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { pauseWords } from '../../../lib/pauseWords';
import { TimeText } from '../../../ui/TimeText';
import { Layer } from '../stage/Layer';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { BreakForStaff } from './BreakForStaff';
import { Countdown } from './Countdown';
import { secondsLeft } from './countdown';
import classes from './Pauses.module.css';
import { WriteToStaff } from './WriteToStaff';

const words = pauseWords.break;
const goBack = { type: 'break.return' } as const;

/** A break, until this person is back from it. It makes no sound, and ends with a prompt that waits. */
export function BreakScreen({ now }: { now: BreakInView }) {
  const { view, commands } = useRoom();
  const left = secondsLeft(now.endsAt, useNow());
  const isOver = now.over || left === 0;
  const isNearEnd = !isOver && left <= 60;
  useEffect(() => {
    if (isNearEnd) announce(words.oneMinute);
  }, [isNearEnd]);
  const title = isOver ? words.overTitle : words.title;
  return (
    <Layer key={title} title={title}>
      {isOver ? (
        <p className={classes.lead}>{words.over}</p>
      ) : (
        <>
          <Countdown now={now} />
          <p className={classes.lead}>
            We go on at <TimeText at={now.endsAt} zone={view.zone} style="time" />. {words.off}
          </p>
        </>
      )}
      {isOver && (
        <Button size="lg" loading={commands.isRunning(goBack)} onClick={() => commands.run(goBack)}>
          {words.back}
        </Button>
      )}
      {view.me.staff ? <BreakForStaff now={now} isOver={isOver} /> : <WriteToStaff label={words.write} close={words.close} />}
    </Layer>
  );
}
