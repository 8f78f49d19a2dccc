import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { announce } from '../../../lib/announce';
import { checkInWords as words } from '../../../lib/pauseWords';
import { useRoom } from '../state/roomContext';
import { keep, recall } from '../state/roomStorage';
import classes from './CheckIn.module.css';
import type { CheckInOf } from './checkIns';
import { NumberField } from './NumberField';
import { ThumbsField } from './ThumbsField';
import { WordsField } from './WordsField';

const fields = { number: NumberField, words: WordsField, thumbs: ThumbsField };

/** One question. Nobody has to answer, and nobody sees who did not. */
export function Question({ checkIn }: { checkIn: CheckInOf }) {
  const { id, question = '', mine } = checkIn;
  const [skipped, setSkipped] = useState(() => recall(`check-in:${id}`) === 'skipped');
  const [changing, setChanging] = useState(false);
  useEffect(() => announce(`${words.title}: ${question}`), [question]);
  const skip = (now: boolean) => {
    keep(`check-in:${id}`, now ? 'skipped' : null);
    setSkipped(now);
  };
  if (skipped && !mine) {
    return (
      <div className={classes.again}>
        <Button size="sm" variant="default" onClick={() => skip(false)}>
          {words.again}
        </Button>
      </div>
    );
  }
  return (
    <section className={classes.card} aria-labelledby={`question-${id}`}>
      <h2 id={`question-${id}`}>{question || words.title}</h2>
      {mine && !changing ? (
        <Sent onChange={() => setChanging(true)} />
      ) : (
        <Asked checkIn={checkIn} onSent={() => setChanging(false)} onSkip={() => (mine ? setChanging(false) : skip(true))} />
      )}
    </section>
  );
}

function Sent({ onChange }: { onChange: () => void }) {
  return (
    <div className={classes.sent}>
      <p role="status">{words.sent}</p>
      <Button size="sm" variant="subtle" onClick={onChange}>
        {words.change}
      </Button>
    </div>
  );
}

function Asked({ checkIn, onSent, onSkip }: { checkIn: CheckInOf; onSent: () => void; onSkip: () => void }) {
  const { commands } = useRoom();
  const Field = fields[checkIn.kind];
  const answer = (given: number | string) => {
    const about = { checkInId: checkIn.id };
    if (typeof given === 'number') commands.run({ type: 'checkIn.answer', ...about, value: given });
    else commands.run({ type: 'checkIn.say', ...about, textId: crypto.randomUUID(), body: given });
    onSent();
  };
  return (
    <>
      <p className={classes.who}>
        {checkIn.picture ? words.picture : words.staffOnly} {words.free}
      </p>
      <Field mine={checkIn.mine} onAnswer={answer} />
      <Button className={classes.skip} size="sm" variant="subtle" onClick={onSkip}>
        {words.skip}
      </Button>
    </>
  );
}
