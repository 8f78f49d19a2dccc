import { Kbd, NativeSelect } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { NoteSlot, PersonAttendance, SessionNotes } from '@rejoin/shared';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { announce } from '../../lib/announce';
import { counted } from '../../lib/words';
import { NoteEditor } from './NoteEditor';
import classes from './Notes.module.css';
import { PatientList, statusOf, statusWords } from './PatientList';
import { keyOfPart, nameOfPart } from './parts';
import { SignedNote } from './SignedNote';
import { useSavers } from './useSavers';

interface Props {
  sessionId: string;
  slots: readonly NoteSlot[];
  signing: SessionNotes['signing'];
  people: readonly PersonAttendance[];
  mayWrite: boolean;
}

/** The patients at one side, the note of one of them at the other. */
export function NotesDesk({ sessionId, slots, signing, people, mayWrite }: Props) {
  const [search, setSearch] = useSearchParams();
  const saverOf = useSavers(sessionId);
  const unsigned = slots.filter((slot) => slot.note?.status !== 'signed');
  const chosen = slots.find((slot) => keyOfPart(slot) === search.get('part')) ?? unsigned[0] ?? slots[0];
  const choose = useCallback((part: string) => setSearch({ part }, { replace: true, preventScrollReset: true }), [setSearch]);
  const at = slots.findIndex((slot) => slot === chosen);
  const next = [...slots.slice(at + 1), ...slots.slice(0, at)].find((slot) => slot.note?.status !== 'signed');
  const goNext = () => {
    if (next) choose(keyOfPart(next));
    announce(next ? nameOfPart(next) : 'No other note is waiting to be signed.');
  };
  useHotkeys([['F8', goNext]], [], true);
  if (!chosen) return null;
  const presence = people.find((person) => person.personId === chosen.patientId);
  return (
    <div className={classes.desk}>
      <div className={classes.side}>
        <p className={classes.progress}>
          {unsigned.length === 0 ? 'All notes are signed.' : `${counted(unsigned.length, 'note')} to sign`}
        </p>
        <NativeSelect
          className={classes.chooser}
          label="Part"
          value={keyOfPart(chosen)}
          onChange={(event) => choose(event.currentTarget.value)}
          data={slots.map((slot) => ({
            value: keyOfPart(slot),
            label: `${nameOfPart(slot)}, ${statusWords[statusOf(slot)].toLowerCase()}`,
          }))}
        />
        <PatientList slots={slots} people={people} chosen={keyOfPart(chosen)} onChoose={choose} />
        {mayWrite && (
          <p className={classes.keys}>
            <Kbd>F8</Kbd> next unsigned patient
            <br />
            <Kbd>Ctrl</Kbd> + <Kbd>Enter</Kbd> sign
          </p>
        )}
      </div>
      {chosen.note && chosen.note.status !== 'draft' ? (
        <SignedNote key={keyOfPart(chosen)} slot={chosen} note={chosen.note} presence={presence} onNext={next ? goNext : undefined} />
      ) : (
        <NoteEditor
          key={keyOfPart(chosen)}
          slot={chosen}
          saver={saverOf(chosen)}
          signing={signing}
          presence={presence}
          mayWrite={mayWrite}
          onNext={next ? goNext : undefined}
        />
      )}
    </div>
  );
}
