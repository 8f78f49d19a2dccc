import { Button, Group } from '@mantine/core';
import type { Note } from '@rejoin/shared';
import { Note as Notice } from '../../ui/Note';
import { TimeText } from '../../ui/TimeText';
import classes from './Notes.module.css';

interface Props {
  mine: string;
  theirs: Note;
  onSettle: (body: string) => void;
}

/** Two texts of one note: both are shown, the writer decides. */
export function Conflict({ mine, theirs, onSettle }: Props) {
  return (
    <div className={classes.conflict}>
      <Notice tone="warning" title="This note was changed somewhere else" live>
        Both texts are here. Nothing is lost until you choose.
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
          <div className={classes.text}>{theirs.body}</div>
        </div>
      </div>
      <Group>
        <Button variant="default" onClick={() => onSettle(`${theirs.body}\n\n${mine}`)}>
          Put both together
        </Button>
        <Button variant="default" onClick={() => onSettle(mine)}>
          Keep mine
        </Button>
        <Button variant="default" onClick={() => onSettle(theirs.body)}>
          Keep the saved one
        </Button>
      </Group>
    </div>
  );
}
