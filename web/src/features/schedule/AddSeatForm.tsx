import { Button, NativeSelect, Select } from '@mantine/core';
import { addSeat, type Capacity, listPatients, listSessions, readSession, type Session } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCall, useCommand } from '../../lib/query';
import { capacityWords, fullName } from '../../lib/words';
import classes from './SessionPage.module.css';
import { useStaffChoices } from './useStaffChoices';

const offered: readonly Capacity[] = ['patient', 'coLead', 'lead', 'observer', 'coFacilitator'];
const ofPatients: readonly Capacity[] = ['patient', 'coFacilitator'];

export function AddSeatForm({ session }: { session: Session }) {
  const [capacity, setCapacity] = useState<Capacity>('patient');
  const [personId, setPersonId] = useState<string | null>(null);
  const [id, setId] = useState(() => crypto.randomUUID());
  const staff = useStaffChoices();
  const patients = useCall(listPatients, { query: { programId: session.programId } });
  const command = useCommand(addSeat, {
    refresh: [readSession, listSessions],
    onDone: (seat) => {
      announce(`${seat.name} has a seat.`);
      setPersonId(null);
      setId(crypto.randomUUID());
    },
  });
  const people = ofPatients.includes(capacity)
    ? (patients.data ?? []).map((patient) => ({ value: patient.id, label: fullName(patient) }))
    : staff;
  const seated = new Set(session.seats.filter((seat) => !seat.endedAt).map((seat) => seat.personId));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (personId) command.run({ params: { sessionId: session.id }, body: { id, personId, capacity } });
  };
  return (
    <form className={classes.add} onSubmit={send}>
      <Select
        label="Add a person"
        placeholder="Type a name"
        searchable
        data={people.filter(({ value }) => !seated.has(value))}
        value={personId}
        onChange={(value) => {
          setPersonId(value);
          setId(crypto.randomUUID());
          command.reset();
        }}
        error={command.error?.message}
        nothingFoundMessage="Nobody by this name"
      />
      <NativeSelect
        label="As"
        data={offered.map((value) => ({ value, label: capacityWords[value] }))}
        value={capacity}
        onChange={(event) => {
          const next = offered.find((value) => value === event.currentTarget.value);
          if (next) setCapacity(next);
          if (next && ofPatients.includes(next) !== ofPatients.includes(capacity)) setPersonId(null);
        }}
      />
      <Button type="submit" variant="default" loading={command.running} disabled={!personId}>
        Add
      </Button>
    </form>
  );
}
