import { UnstyledButton } from '@mantine/core';
import type { NoteSlot, PersonAttendance } from '@rejoin/shared';
import { IconCheck } from '@tabler/icons-react';
import { formatMinutes } from '../../lib/time';
import classes from './Notes.module.css';
import { keyOfPart, nameOfPart } from './parts';

export type NoteStatus = 'none' | 'draft' | 'awaitingCosignature' | 'signed';
export const statusWords: Record<NoteStatus, string> = {
  none: 'Not begun',
  draft: 'Draft',
  awaitingCosignature: 'Waits for a co-signature',
  signed: 'Signed',
};

export function statusOf(slot: NoteSlot): NoteStatus {
  return slot.note?.status ?? 'none';
}

interface Props {
  slots: readonly NoteSlot[];
  people: readonly PersonAttendance[];
  chosen: string;
  onChoose: (part: string) => void;
}

export function PatientList({ slots, people, chosen, onChoose }: Props) {
  return (
    <nav className={classes.list} aria-label="Parts of the note">
      {slots.map((slot) => {
        const status = statusOf(slot);
        const seconds = people.find((person) => person.personId === slot.patientId)?.presentSeconds;
        return (
          <UnstyledButton
            key={keyOfPart(slot)}
            className={classes.patient}
            aria-current={keyOfPart(slot) === chosen ? 'true' : undefined}
            onClick={() => onChoose(keyOfPart(slot))}
          >
            <span className={classes.patientName}>{nameOfPart(slot)}</span>
            <span className={classes.patientState} data-status={status}>
              {status === 'signed' && <IconCheck size={16} aria-hidden />}
              {statusWords[status]}
              {seconds !== undefined && <> · {seconds === 0 ? 'was not there' : formatMinutes(seconds / 60)}</>}
            </span>
          </UnstyledButton>
        );
      })}
    </nav>
  );
}
