import { UnstyledButton } from '@mantine/core';
import type { NoteSlot } from '@rejoin/shared';
import { IconAlertCircle, IconArrowBackUp, IconCheck, IconCircleDashed, IconEyeOff, IconHourglass, IconPencil } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '../../lib/me';
import { formatMinutes } from '../../lib/time';
import classes from './Notes.module.css';
import type { NoteSaver } from './noteSaver';
import { keyOfPart, nameOfPart, type PartState, stateOf, wordsOfState } from './parts';

const icons: Record<PartState, typeof IconCheck> = {
  empty: IconCircleDashed,
  unopened: IconEyeOff,
  draft: IconPencil,
  returned: IconArrowBackUp,
  theirs: IconPencil,
  awaiting: IconHourglass,
  signed: IconCheck,
};

interface Props {
  slots: readonly NoteSlot[];
  saverOf: (slot: NoteSlot) => NoteSaver;
  chosen: string;
  onChoose: (part: string) => void;
}

export function PartList({ slots, saverOf, chosen, onChoose }: Props) {
  return (
    <nav className={classes.list} aria-label="Parts of the note">
      {slots.map((slot) => (
        <Part
          key={keyOfPart(slot)}
          slot={slot}
          saver={saverOf(slot)}
          isChosen={keyOfPart(slot) === chosen}
          onChoose={() => onChoose(keyOfPart(slot))}
        />
      ))}
    </nav>
  );
}

interface PartProps {
  slot: NoteSlot;
  saver: NoteSaver;
  isChosen: boolean;
  onChoose: () => void;
}

function Part({ slot, saver, isChosen, onChoose }: PartProps) {
  const { personId } = useMe();
  const { phase } = useSyncExternalStore(saver.subscribe, saver.current);
  const isTrouble = phase === 'failing' || phase === 'conflict' || phase === 'refused';
  const state = stateOf(slot, personId);
  useEffect(() => {
    if (slot.note) saver.adopt(slot.note);
  }, [saver, slot.note]);
  const IconPart = isTrouble ? IconAlertCircle : icons[state];
  return (
    <UnstyledButton className={classes.part} aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <span className={classes.partName}>{nameOfPart(slot)}</span>
      <span className={classes.partState} data-state={isTrouble ? 'trouble' : state}>
        <IconPart size={16} aria-hidden />
        <span>
          {isTrouble ? 'Not saved yet' : wordsOfState(state, slot.note)}
          {slot.note?.lateEntryOn && state !== 'empty' && ' · late entry'}
          {slot.facts.own && <> · {slot.facts.own.in ? formatMinutes(slot.facts.own.presentMinutes) : 'was not there'}</>}
        </span>
      </span>
    </UnstyledButton>
  );
}
