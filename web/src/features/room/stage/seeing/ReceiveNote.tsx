import { Button } from '@mantine/core';
import { useStage } from '../stageContext';
import classes from './Seeing.module.css';
import { seeingWords } from './words';

/** Why pictures are missing, and the way back. */
export function ReceiveNote() {
  const { receives, weak, choose } = useStage().seeing;
  const chosen = receives === 'all' ? null : seeingWords.receiveSaid[receives];
  const text = weak ? seeingWords.weak[weak] : chosen;
  return (
    <div className={classes.note} role="status" data-weak={weak !== null || undefined}>
      {text && (
        <>
          <p>{text}</p>
          <Button size="sm" variant="default" onClick={() => choose({ receive: 'all' })}>
            {seeingWords.showAll}
          </Button>
        </>
      )}
    </div>
  );
}
