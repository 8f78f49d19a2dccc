import { Button, CopyButton, Group } from '@mantine/core';
import type { Note } from '@rejoin/shared';
import { Note as Notice } from '../../ui/Note';
import { TimeText } from '../../ui/TimeText';
import classes from './Conflict.module.css';

interface Props {
  mine: string;
  theirs: Note;
  /** Otherwise a colleague has the note, and only they can write it. */
  isMine: boolean;
  onSettle: (body: string) => void;
  /** Makes an addendum of what was typed too late. */
  onAmend?: () => void;
}

type Case = 'mine' | 'colleague' | 'awaiting' | 'signed';

function caseOf(theirs: Note, isMine: boolean): Case {
  if (theirs.status === 'draft') return isMine ? 'mine' : 'colleague';
  return theirs.status === 'signed' ? 'signed' : 'awaiting';
}

function wordsOf(which: Case, { authorName }: Note): { title: string; text: string } {
  switch (which) {
    case 'mine':
      return { title: 'This part was changed somewhere else', text: 'Both texts are here. Nothing is lost until you choose.' };
    case 'colleague':
      return {
        title: `${authorName} has this part now`,
        text: 'Only they can write and sign it. Your text is still here: copy it if you need it.',
      };
    case 'awaiting':
      return {
        title: 'This part was signed somewhere else',
        text: 'It waits for a co-signature. What you typed is not in it, and is still here: copy it if you need it.',
      };
    case 'signed':
      return {
        title: 'This part was signed somewhere else',
        text: 'What you typed is not in it, and is still here. You can add it as an addendum.',
      };
  }
}

/** Two texts of one part: both are shown, the writer decides. */
export function Conflict({ mine, theirs, isMine, onSettle, onAmend }: Props) {
  const which = caseOf(theirs, isMine);
  const { title, text } = wordsOf(which, theirs);
  return (
    <div className={classes.conflict}>
      <Notice tone="warning" title={title} live>
        {text}
      </Notice>
      <div className={classes.texts}>
        <div>
          <h3 className={classes.textTitle}>Yours, here</h3>
          <div className={classes.text}>{mine}</div>
        </div>
        <div>
          <h3 className={classes.textTitle}>
            {theirs.status === 'draft' ? 'Saved' : 'Signed'} <TimeText at={theirs.signature?.at ?? theirs.updatedAt} />
          </h3>
          <div className={classes.text}>{theirs.fields.Note}</div>
        </div>
      </div>
      <Group>
        {which === 'mine' && (
          <>
            <Button variant="default" onClick={() => onSettle(`${theirs.fields.Note}\n\n${mine}`)}>
              Put both together
            </Button>
            <Button variant="default" onClick={() => onSettle(mine)}>
              Keep mine
            </Button>
          </>
        )}
        {which === 'signed' && onAmend && (
          <Button variant="default" onClick={onAmend}>
            Add mine as an addendum
          </Button>
        )}
        {which !== 'mine' && <Copy text={mine} />}
        <Button variant="default" onClick={() => onSettle(theirs.fields.Note)}>
          {which === 'mine' ? 'Keep the saved one' : 'Let mine go'}
        </Button>
      </Group>
    </div>
  );
}

function Copy({ text }: { text: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? 'Copied' : 'Copy mine'}
        </Button>
      )}
    </CopyButton>
  );
}
