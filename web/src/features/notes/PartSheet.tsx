import { Button } from '@mantine/core';
import type { NoteSlot } from '@rejoin/shared';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { dateName } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { AddendumForm } from './AddendumForm';
import { Conflict } from './Conflict';
import { FactsPanel, Identifiers } from './FactsPanel';
import { NoteEditor, PlaceField } from './NoteEditor';
import classes from './Notes.module.css';
import type { NoteSaver, SaverState } from './noteSaver';
import { isUnsigned, nameOfPart, stateOf } from './parts';
import { PrintLink } from './PrintLink';
import { SaveLine } from './SaveLine';
import { Returned, SignedNote } from './SignedNote';
import { StateBadge } from './StateBadge';
import { TakeOver } from './TakeOver';

interface Props {
  slot: NoteSlot;
  saver: NoteSaver;
  mayWrite: boolean;
  /** The reader came to it from another part. */
  moved: boolean;
  isOver: boolean;
  onNext?: () => void;
  onSign: () => void;
}

/** One part: its facts above its text. */
export function PartSheet(props: Props) {
  const { slot, saver, mayWrite, moved } = props;
  const me = useMe();
  const state = useSyncExternalStore(saver.subscribe, saver.current);
  const heading = useRef<HTMLHeadingElement>(null);
  const writable = mayWrite && isUnsigned(slot) && (!slot.note || slot.note.authorId === me.personId);
  useEffect(() => {
    if (moved && !writable) heading.current?.focus({ preventScroll: true });
  }, [moved, writable]);
  const isCosigner = slot.note?.cosigners.some(({ id }) => id === me.personId);
  return (
    <section className={classes.sheet} aria-labelledby="note-of">
      <header className={classes.head}>
        <h2 id="note-of" ref={heading} tabIndex={-1} className={classes.name}>
          {nameOfPart(slot)}
        </h2>
        <Identifiers patient={slot.facts.patient} />
        <StateBadge state={stateOf(slot, me.personId)} note={slot.note} />
        <span className={classes.headEnd}>
          {slot.note && (slot.note.authorId === me.personId || isCosigner) && <PrintLink note={slot.note} />}
        </span>
      </header>
      <FactsPanel
        facts={slot.facts}
        clinicianPlace={writable && !state.theirs ? <PlaceField saver={saver} state={state} /> : slot.note?.clinicianPlace || 'The program'}
      />
      <PartText {...props} state={state} writable={writable} />
      {isCosigner && (
        <Button component={Link} to={`/notes/${slot.note?.id}`} className={classes.start}>
          Read and co-sign
        </Button>
      )}
      {isUnsigned(slot) && !state.theirs && <Foot {...props} state={state} writable={writable} />}
      {mayWrite && slot.note && isUnsigned(slot) && !writable && <TakeOver note={slot.note} />}
      {writable && slot.note?.lateEntryOn && (
        <p className={classes.quiet}>
          Signed today it is a late entry: the session was on {dateName(slot.note.serviceDate)}. The note says so for good.
        </p>
      )}
    </section>
  );
}

interface TextProps extends Props {
  state: SaverState;
  writable: boolean;
}

function PartText({ slot, saver, state, writable, moved, onNext }: TextProps) {
  const me = useMe();
  const [amends, setAmends] = useState<string | null>(null);
  const { note } = slot;
  const mayAmend = note?.status === 'signed' && note.authorId === me.personId && may(me, 'note.amend');
  if (amends !== null && note) {
    const close = () => setAmends(null);
    const done = () => {
      if (state.theirs) saver.settle(state.theirs.fields.Note);
      close();
    };
    return (
      <>
        <SignedNote note={note} />
        <AddendumForm note={note} begun={amends} onDone={done} onClose={close} />
      </>
    );
  }
  if (state.theirs) {
    return (
      <Conflict
        mine={state.body}
        theirs={state.theirs}
        isMine={state.theirs.authorId === me.personId}
        onSettle={(body) => saver.settle(body)}
        onAmend={mayAmend ? () => setAmends(state.body) : undefined}
      />
    );
  }
  if (note && !isUnsigned(slot)) {
    return (
      <>
        <SignedNote note={note} />
        <div className={classes.buttons}>
          {mayAmend && (
            <Button variant="default" onClick={() => setAmends('')}>
              Add an addendum
            </Button>
          )}
          {onNext && (
            <Button variant="default" onClick={onNext} aria-keyshortcuts="F8">
              Next unsigned part
            </Button>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      {note?.returned && <Returned returned={note.returned} />}
      <NoteEditor slot={slot} saver={saver} state={state} writable={writable} autoFocus={moved || window.innerWidth >= 900} />
    </>
  );
}

function Foot({ state, writable, isOver, onNext, onSign }: TextProps) {
  return (
    <div className={classes.foot}>
      {writable ? <SaveLine state={state} /> : <span />}
      <div className={classes.buttons}>
        {onNext && (
          <Button variant="subtle" className={classes.footNext} onClick={onNext} aria-keyshortcuts="F8">
            Next unsigned
          </Button>
        )}
        {writable &&
          (isOver ? (
            <Button onClick={onSign} aria-keyshortcuts="Control+Enter">
              Sign…
            </Button>
          ) : (
            <span className={classes.quiet}>You can sign when the session is over.</span>
          ))}
      </div>
    </div>
  );
}
