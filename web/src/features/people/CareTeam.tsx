import { Button, NativeSelect, Select } from '@mantine/core';
import {
  addCareTeamMember,
  type CareTeamMember,
  endCareTeamMember,
  type Episode,
  listPeople,
  readPatient,
  type Role,
  staffRoles,
} from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { formatInstant } from '../../lib/time';
import { careTeamWords, choicesOf, fullName } from '../../lib/words';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { PersonChip } from '../../ui/PersonChip';
import classes from './People.module.css';

const staff: readonly Role[] = staffRoles;

export function CareTeam({ episode, changeable }: { episode: Episode; changeable: boolean }) {
  const [ending, setEnding] = useState<CareTeamMember | null>(null);
  const team = [...episode.careTeam].sort((a, b) => Number(a.to !== null) - Number(b.to !== null) || a.from.localeCompare(b.from));
  if (team.length === 0 && episode.closedOn) return null;
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Care team</h3>
      {team.length === 0 && (
        <p className={classes.none}>Nobody yet. Only the care team and the program's managers may open this patient.</p>
      )}
      <ul className={classes.list}>
        {team.map((member) => (
          <Member key={member.id} member={member} onEnd={changeable && !member.to ? () => setEnding(member) : undefined} />
        ))}
      </ul>
      {changeable && <AddMember episode={episode} />}
      {ending && <EndMember episode={episode} member={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function Member({ member, onEnd }: { member: CareTeamMember; onEnd?: () => void }) {
  const { zone } = useMe();
  const span = `since ${formatInstant(member.from, zone, 'long')}${member.to ? `, until ${formatInstant(member.to, zone, 'long')}` : ''}`;
  return (
    <li className={classes.item} data-past={member.to !== null || undefined}>
      <PersonChip name={member.name} detail={`${careTeamWords[member.capacity]}, ${span}`} />
      {onEnd && (
        <Button variant="subtle" size="compact-sm" onClick={onEnd} aria-label={`End the place of ${member.name}`}>
          End
        </Button>
      )}
    </li>
  );
}

function AddMember({ episode }: { episode: Episode }) {
  const people = useCall(listPeople, { query: {} });
  const [personId, setPersonId] = useState<string | null>(null);
  const [capacity, setCapacity] = useState('therapist');
  const [id, setId] = useState(() => crypto.randomUUID());
  const command = useCommand(addCareTeamMember, {
    refresh: [readPatient],
    onDone: (member) => {
      announce(`${member.name} is on the care team.`);
      setPersonId(null);
      setId(crypto.randomUUID());
    },
  });
  const choices = (people.data ?? [])
    .filter((person) => person.roles.some((role) => staff.includes(role)))
    .map((person) => ({ value: person.id, label: fullName(person) }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = choicesOf(careTeamWords).find(({ value }) => value === capacity);
    if (personId && chosen)
      command.run({ params: { episodeId: episode.id }, body: { id, personId, capacity: chosen.value, from: new Date().toISOString() } });
  };
  return (
    <>
      <form className={classes.add} onSubmit={send}>
        <Select
          label="Add to the care team"
          placeholder="Type a name"
          searchable
          data={choices}
          value={personId}
          onChange={setPersonId}
          nothingFoundMessage="Nobody by this name"
        />
        <NativeSelect
          label="As"
          data={choicesOf(careTeamWords)}
          value={capacity}
          onChange={(event) => setCapacity(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={command.running} disabled={!personId}>
          Add
        </Button>
      </form>
      <ErrorNote error={command.error} />
    </>
  );
}

function EndMember({ episode, member, onClose }: { episode: Episode; member: CareTeamMember; onClose: () => void }) {
  const command = useCommand(endCareTeamMember, {
    refresh: [readPatient],
    onDone: () => {
      announce('The place has ended.');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={`End the place of ${member.name}?`}
      confirmLabel="End it now"
      running={command.running}
      error={command.error}
      onConfirm={() => command.run({ params: { episodeId: episode.id, memberId: member.id }, body: { to: new Date().toISOString() } })}
      onClose={onClose}
    >
      It ends now and stays on record. From then on {member.name} can no longer open this patient by this place.
    </ConfirmDialog>
  );
}
