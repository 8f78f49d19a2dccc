import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { pauseWords } from '../../../lib/pauseWords';
import classes from './Pauses.module.css';

const words = pauseWords.minute;
const inSeconds = 4;
const outSeconds = 6;
const breathSeconds = inSeconds + outSeconds;
const wholeSeconds = 120;

/** A line to hold on to, and two silent exercises for who wants one. */
export function Grounding() {
  const [shown, setShown] = useState<'line' | 'breath' | 'senses'>('line');
  const stop = () => setShown('line');
  if (shown === 'breath') return <Breath onStop={stop} />;
  if (shown === 'senses') return <Senses onStop={stop} />;
  return (
    <div className={classes.ground}>
      <p>{words.ground}</p>
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={() => setShown('breath')}>
          {words.breathe}
        </Button>
        <Button variant="subtle" onClick={() => setShown('senses')}>
          {words.senses}
        </Button>
      </div>
    </div>
  );
}

/** A circle that grows and shrinks with a slow breath; where movement is not wanted, only the words change. */
function Breath({ onStop }: { onStop: () => void }) {
  const [second, setSecond] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSecond((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const isIn = second % breathSeconds < inSeconds;
  return (
    <div className={classes.ground}>
      <div className={classes.breath} data-in={isIn || undefined}>
        <span>{isIn ? words.in : words.out}</span>
      </div>
      <p className={classes.small} role="status">
        {second < wholeSeconds ? words.rest : words.breathed}
      </p>
      <Button variant="subtle" onClick={onStop}>
        {words.stop}
      </Button>
    </div>
  );
}

/** Five, four, three, two, one: one step at a time, as slowly as one likes. */
function Senses({ onStop }: { onStop: () => void }) {
  const [step, setStep] = useState(0);
  const isLast = step === words.sensesSteps.length - 1;
  return (
    <div className={classes.ground}>
      <p role="status" className={classes.lead}>
        {words.sensesSteps[step]}
      </p>
      <div className={classes.buttons}>
        {!isLast && (
          <Button variant="default" onClick={() => setStep(step + 1)}>
            {words.sensesNext}
          </Button>
        )}
        <Button variant="subtle" onClick={onStop}>
          {words.stop}
        </Button>
      </div>
    </div>
  );
}
