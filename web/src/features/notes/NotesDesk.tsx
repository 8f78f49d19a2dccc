import { Kbd, NativeSelect } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { NoteSlot, SessionNotes } from '@rejoin/shared';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { announce } from '../../lib/announce';
import { useMe } from '../../lib/me';
import { counted } from '../../lib/words';
import classes from './Notes.module.css';
import { firstToWrite, isUnsigned, keyOfPart, nameOfPart, partsOf, stateOf, wordsOfState } from './parts';
import { PartList } from './PartList';
import { PartSheet } from './PartSheet';
import { SignDialog } from './SignDialog';
import { SigningOpen } from './SigningOpen';
import { useSavers } from './useSavers';

interface Props {
  notes: SessionNotes;
  mayWrite: boolean;
}

/** Which part is before the reader, and the ways to the others. */
function useChosenPart(slots: readonly NoteSlot[]) {
  const [search, setSearch] = useSearchParams();
  const [moved, setMoved] = useState(false);
  const [first] = useState(() => firstToWrite(slots));
  const byKey = (key: string | null | undefined) => slots.find((slot) => keyOfPart(slot) === key);
  const chosen = byKey(search.get('part')) ?? byKey(first && keyOfPart(first)) ?? slots[0];
  const choose = useCallback(
    (part: string) => {
      setMoved(true);
      setSearch({ part }, { replace: true, preventScrollReset: true });
    },
    [setSearch],
  );
  const at = slots.findIndex((slot) => slot === chosen);
  const next = [...slots.slice(at + 1), ...slots.slice(0, at)].find(isUnsigned);
  const go = (slot: NoteSlot | undefined, otherwise: string) => {
    if (slot) choose(keyOfPart(slot));
    announce(slot ? nameOfPart(slot) : otherwise);
  };
  return {
    chosen,
    choose,
    moved,
    goNext: next && (() => go(next, '')),
    step: (by: 1 | -1) => go(slots[at + by], by > 0 ? 'This is the last part.' : 'This is the first part.'),
  };
}

/** The parts at one side, one of them at the other. */
export function NotesDesk({ notes, mayWrite }: Props) {
  const { personId } = useMe();
  const slots = partsOf(notes);
  const saverOf = useSavers(notes.sessionId);
  const { chosen, choose, moved, goNext, step } = useChosenPart(slots);
  const [signing, setSigning] = useState(false);
  const unsigned = slots.filter(isUnsigned);
  const maySign = mayWrite && notes.isOver && unsigned.length > 0;
  const unlessSigning = (act: () => void) => () => {
    if (!signing) act();
  };
  useHotkeys(
    [
      ['F8', unlessSigning(() => (goNext ? goNext() : announce('No other part is waiting to be signed.')))],
      ['alt+ArrowDown', unlessSigning(() => step(1))],
      ['alt+ArrowUp', unlessSigning(() => step(-1))],
      ['mod+Enter', unlessSigning(() => setSigning(maySign))],
    ],
    [],
    true,
  );
  if (!chosen) return null;
  return (
    <div className={classes.desk}>
      <div className={classes.side}>
        <p className={classes.progress}>
          {unsigned.length === 0 ? 'All parts are signed.' : `${counted(unsigned.length, 'part')} to sign`}
        </p>
        <NativeSelect
          className={classes.chooser}
          label="Part"
          value={keyOfPart(chosen)}
          onChange={(event) => choose(event.currentTarget.value)}
          data={slots.map((slot) => ({
            value: keyOfPart(slot),
            label: `${nameOfPart(slot)}, ${wordsOfState(stateOf(slot, personId), slot.note).toLowerCase()}`,
          }))}
        />
        <PartList slots={slots} saverOf={saverOf} chosen={keyOfPart(chosen)} onChoose={choose} />
        {mayWrite && <Keys />}
        {mayWrite && notes.signing.until && <SigningOpen until={notes.signing.until} />}
      </div>
      <PartSheet
        key={keyOfPart(chosen)}
        slot={chosen}
        saver={saverOf(chosen)}
        mayWrite={mayWrite}
        moved={moved}
        isOver={notes.isOver}
        onNext={goNext}
        onSign={() => setSigning(true)}
      />
      {signing && (
        <SignDialog
          sessionId={notes.sessionId}
          slots={slots}
          saverOf={saverOf}
          signing={notes.signing}
          onOpenPart={(part) => {
            choose(part);
            setSigning(false);
          }}
          onClose={() => setSigning(false)}
        />
      )}
    </div>
  );
}

function Keys() {
  return (
    <p className={classes.keys}>
      <Kbd>Alt</Kbd> <Kbd>↓</Kbd> <Kbd>↑</Kbd> next, previous
      <br />
      <Kbd>F8</Kbd> next unsigned
      <br />
      <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> sign
    </p>
  );
}
