import { Button, Checkbox } from '@mantine/core';
import type { NoteSlot } from '@rejoin/shared';
import { nameOfPart } from './parts';
import { passagesOf } from './passages';
import classes from './SignDialog.module.css';
import type { Refusals } from './useSignParts';

interface Props {
  slot: NoteSlot;
  text: string;
  /** Why it cannot be signed. */
  reason: string | null;
  /** What the server answered. */
  refusal: Refusals[string] | undefined;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onOpen: () => void;
}

export function SignRow({ slot, text, reason, refusal, isChosen, onChoose, onOpen }: Props) {
  const name = nameOfPart(slot);
  const lateOn = slot.note?.lateEntryOn;
  return (
    <li className={classes.row}>
      {reason ? (
        <div className={classes.notNow}>
          <span>
            <strong>{name}</strong>
            <span className={classes.reason}>{reason}</span>
          </span>
          <Button variant="subtle" size="sm" onClick={onOpen} aria-label={`Open ${name}`}>
            Open
          </Button>
        </div>
      ) : (
        <Checkbox
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          label={
            <>
              <strong>{name}</strong>
              {lateOn && <span className={classes.reason}>Late entry</span>}
            </>
          }
          description={<span className={classes.excerpt}>{text}</span>}
        />
      )}
      {!reason && refusal && <Refused refusal={refusal} text={text} />}
    </li>
  );
}

function Refused({ refusal, text }: { refusal: Refusals[string]; text: string }) {
  const passages = passagesOf(text, refusal.words);
  return (
    <div className={classes.refused} role="alert">
      <p>{refusal.code === 'note.namesOther' ? 'This names someone else of the group:' : refusal.message}</p>
      {passages.length > 0 && (
        <ul>
          {passages.slice(0, 6).map(({ before, word, after }, at) => (
            <li key={at}>
              {before}
              <mark>{word}</mark>
              {after}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
