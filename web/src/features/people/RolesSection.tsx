import { Button, NativeSelect, Select } from '@mantine/core';
import { assignRole, endRole, listPeople, type Person, readPerson } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { may, useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { formatInstant } from '../../lib/time';
import { roleWords } from '../../lib/words';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import classes from './People.module.css';
import { roleChoices } from './personForm';

type Held = Person['roles'][number];

export function RolesSection({ person }: { person: Person }) {
  const me = useMe();
  const changeable = may(me, 'role.assign');
  const [ending, setEnding] = useState<Held | null>(null);
  return (
    <Section title="Roles" description="What this person may do, from when to when.">
      <ul className={classes.list}>
        {person.roles.map((held) => (
          <RoleItem key={held.id} held={held} onEnd={changeable && !held.to ? () => setEnding(held) : undefined} />
        ))}
      </ul>
      {changeable && <AddRole personId={person.id} />}
      {ending && <EndRole person={person} held={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function RoleItem({ held, onEnd }: { held: Held; onEnd?: () => void }) {
  const me = useMe();
  const program = held.programId ? (me.programs.find(({ id }) => id === held.programId)?.name ?? 'One program') : 'All programs';
  const past = held.to !== null && held.to < new Date().toISOString();
  const until = held.to ? ` until ${formatInstant(held.to, me.zone, 'long')}` : '';
  return (
    <li className={classes.item} data-past={past || undefined}>
      <span>
        <strong>{roleWords[held.role]}</strong>
        <span className={classes.quiet}>
          {program}, since {formatInstant(held.from, me.zone, 'long')}
          {until}
        </span>
      </span>
      {onEnd && (
        <Button variant="subtle" size="compact-sm" onClick={onEnd} aria-label={`End the role ${roleWords[held.role]}`}>
          End
        </Button>
      )}
    </li>
  );
}

function AddRole({ personId }: { personId: string }) {
  const { programs } = useMe();
  const [role, setRole] = useState('therapist');
  const [programId, setProgramId] = useState<string | null>(null);
  const [id, setId] = useState(() => crypto.randomUUID());
  const command = useCommand(assignRole, {
    refresh: [readPerson, listPeople],
    onDone: () => {
      announce('The role is given.');
      setId(crypto.randomUUID());
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = roleChoices.find(({ value }) => value === role);
    if (chosen) command.run({ params: { personId }, body: { id, role: chosen.value, programId, from: new Date().toISOString() } });
  };
  return (
    <>
      <form className={classes.add} onSubmit={send}>
        <NativeSelect label="Add a role" data={roleChoices} value={role} onChange={(event) => setRole(event.currentTarget.value)} />
        <Select
          label="In"
          placeholder="All programs"
          clearable
          clearButtonProps={{ 'aria-label': 'All programs' }}
          data={programs.map((program) => ({ value: program.id, label: program.name }))}
          value={programId}
          onChange={setProgramId}
        />
        <Button type="submit" variant="default" loading={command.running}>
          Add, from now
        </Button>
      </form>
      <ErrorNote error={command.error} />
    </>
  );
}

function EndRole({ person, held, onClose }: { person: Person; held: Held; onClose: () => void }) {
  const command = useCommand(endRole, {
    refresh: [readPerson, listPeople],
    onDone: () => {
      announce('The role has ended.');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={`End the role ${roleWords[held.role]}?`}
      confirmLabel="End it now"
      running={command.running}
      error={command.error}
      onConfirm={() => command.run({ params: { personId: person.id, roleId: held.id }, body: { to: new Date().toISOString() } })}
      onClose={onClose}
    >
      It ends now and stays on record. {person.givenName} loses what it opens at once, also in rooms that are running.
    </ConfirmDialog>
  );
}
