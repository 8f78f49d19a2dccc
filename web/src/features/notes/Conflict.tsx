import { Button, Group } from '@mantine/core';
import type { Note } from '@rejoin/shared';
import { Note as Notice } from '../../ui/Note';
import { TimeText } from '../../ui/TimeText';
import classes from './Conflict.module.css';

interface Props {
  mine: string;
  theirs: Note;
  /** Otherwise a colleague began the note, and only they can write it. */
  isMine: boolean;
  onSettle: (body: string) => void;
}

/** Two texts of one note: both are shown, the writer decides. */
export function Conflict({ mine, theirs, isMine, onSettle }: Props) {
  return (
    <div className={classes.conflict}>
      <Notice tone="warning" title={isMine ? 'This note was changed somewhere else' : `${theirs.authorName} has begun this note`} live>
        {isMine
          ? 'Both texts are here. Nothing is lost until you choose.'
          : 'Only they can write and sign it. Your text is still here: copy it if you need it.'}
      </Notice>
      <div className={classes.texts}>
        <div>
          <h3 className={classes.textTitle}>Yours, here</h3>
          <div className={classes.text}>{mine}</div>
        </div>
        <div>
          <h3 className={classes.textTitle}>
            Saved <TimeText at={theirs.updatedAt} />
          </h3>
          <div className={classes.text}>{theirs.fields.Note}</div>
        </div>
      </div>
      <Group>
        {isMine && (
          <>
            <Button variant="default" onClick={() => onSettle(`${theirs.fields.Note}\n\n${mine}`)}>
              Put both together
            </Button>
            <Button variant="default" onClick={() => onSettle(mine)}>
              Keep mine
            </Button>
          </>
        )}
        <Button variant="default" onClick={() => onSettle(theirs.fields.Note)}>
          {isMine ? 'Keep the saved one' : 'Show the saved one'}
        </Button>
      </Group>
    </div>
  );
}
