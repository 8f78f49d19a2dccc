import { Button, Textarea } from '@mantine/core';
import { noteLength, type NoteSlot, openNote, type PersonAttendance, type SessionNotes } from '@rejoin/shared';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Conflict } from './Conflict';
import classes from './Notes.module.css';
import type { NoteSaver } from './noteSaver';
import { nameOfPart } from './parts';
import { Presence } from './Presence';
import { SaveLine } from './SaveLine';
import { SignDialog } from './SignDialog';

interface Props {
  slot: NoteSlot;
  saver: NoteSaver;
  signing: SessionNotes['signing'];
  presence: PersonAttendance | undefined;
  mayWrite: boolean;
  onNext?: () => void;
}

export function NoteEditor({ slot, saver, signing: window, presence, mayWrite, onNext }: Props) {
  const me = useMe();
  const state = useSyncExternalStore(saver.subscribe, saver.current);
  const [signing, setSigning] = useState(false);
  const mine = !slot.note || slot.note.authorId === me.personId;
  const writable = mayWrite && mine;
  const signable = writable && state.body.trim() !== '' && state.phase !== 'conflict' && state.phase !== 'refused';
  useEffect(() => {
    if (slot.note) saver.adopt(slot.note);
  }, [saver, slot.note]);
  const opening = useCommand(openNote, {});
  const open = opening.run;
  const toOpen = slot.note && mine && !slot.note.opened ? slot.note : null;
  useEffect(() => {
    if (toOpen) open({ params: { noteId: toOpen.id }, body: { version: toOpen.version } });
  }, [open, toOpen]);
  return (
    <section className={classes.sheet} aria-labelledby="note-of">
      <h2 id="note-of" className={classes.name}>
        {nameOfPart(slot)}
      </h2>
      <Presence presence={presence} />
      {state.theirs ? (
        <Conflict
          mine={state.body}
          theirs={state.theirs}
          isMine={state.theirs.authorId === me.personId}
          onSettle={(body) => saver.settle(body)}
        />
      ) : (
        <Textarea
          label={`Note of ${nameOfPart(slot)}`}
          labelProps={{ className: classes.hiddenLabel }}
          placeholder={writable ? 'What the patient did and how they responded, in your words.' : 'Nothing written yet.'}
          autosize
          minRows={12}
          maxLength={noteLength}
          readOnly={!writable}
          autoFocus={writable}
          onFocus={(event) => event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length)}
          value={state.body}
          onChange={(event) => saver.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !signable) return;
            event.preventDefault();
            setSigning(true);
          }}
          classNames={{ input: classes.input }}
        />
      )}
      <ErrorNote error={state.phase === 'refused' ? state.error : null} />
      <div className={classes.foot}>
        {writable ? <SaveLine state={state} /> : <span />}
        <div className={classes.buttons}>
          {onNext && (
            <Button variant="subtle" onClick={onNext} aria-keyshortcuts="F8">
              Next unsigned
            </Button>
          )}
          {writable && (
            <Button disabled={!signable} onClick={() => setSigning(true)} aria-keyshortcuts="Control+Enter">
              Sign…
            </Button>
          )}
        </div>
      </div>
      {!mine && <p className={classes.presence}>{slot.note?.authorName} began this note, so only they can write and sign it.</p>}
      {signing && <SignDialog slot={slot} saver={saver} signing={window} onClose={() => setSigning(false)} />}
    </section>
  );
}
