import { Button } from '@mantine/core';
import { type MinuteInView, minuteAnswers } from '@rejoin/shared';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { pauseWords } from '../../../lib/pauseWords';
import { Layer } from '../stage/Layer';
import { useRoom } from '../state/roomContext';
import { Grounding } from './Grounding';
import { answerTo, knockOf } from './knock';
import classes from './Pauses.module.css';
import { comeBackWithCamera } from './pauses';
import { WriteToStaff } from './WriteToStaff';

const words = pauseWords.minute;
const goBack = { type: 'minute.back' } as const;

/** A quiet screen: no sound, no pictures, nothing to do. */
export function MinuteScreen({ minute }: { minute: MinuteInView }) {
  const { commands } = useRoom();
  const comeBack = (withCamera: boolean) => {
    comeBackWithCamera(withCamera);
    commands.run(goBack);
  };
  return (
    <Layer title={words.title} quiet>
      <p className={classes.lead}>{words.off}</p>
      <Knock minute={minute} />
      <Grounding />
      <p className={classes.small}>{words.known}</p>
      <div className={classes.buttons}>
        <Button size="md" variant="default" loading={commands.isRunning(goBack)} onClick={() => comeBack(false)}>
          {words.backOff}
        </Button>
        <Button size="md" variant="default" disabled={commands.isRunning(goBack)} onClick={() => comeBack(true)}>
          {words.backOn}
        </Button>
      </div>
      <p className={classes.small}>{words.backHint}</p>
      <WriteToStaff label={words.write} close={words.close} counts={false} />
    </Layer>
  );
}

/** Staff knock by words first; one press is an answer, and none is asked for. */
function Knock({ minute }: { minute: MinuteInView }) {
  const { view, commands, unread } = useRoom();
  const { seatId } = view.me;
  const knock = knockOf(view, seatId, minute);
  const answer = answerTo(knock, minute);
  const textId = knock?.textId;
  const said = knock ? `${words.knock(knock.name)}: ${knock.body}` : '';
  const { seen } = unread;
  useEffect(() => {
    if (said) announce(said);
    if (textId) seen(seatId);
  }, [said, textId, seen, seatId]);
  if (!knock) return null;
  return (
    <section className={classes.knock} aria-label={words.knock(knock.name)}>
      <p>
        <strong>{knock.name}</strong> {knock.body}
      </p>
      <div className={classes.buttons}>
        {minuteAnswers.map((one) => (
          <Button
            key={one}
            variant={answer === one ? 'light' : 'default'}
            aria-pressed={answer === one}
            onClick={() => commands.run({ type: 'minute.answer', answer: one })}
          >
            {words.answers[one]}
          </Button>
        ))}
      </div>
      <p role="status" className={classes.small}>
        {answer ? words.answered[answer] : ''}
      </p>
    </section>
  );
}
