import { Button, TextInput } from '@mantine/core';
import { type Cohort, listPrograms, type Program, readProgram, saveCohort } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './Programs.module.css';

export function Cohorts({ program, changeable }: { program: Program; changeable: boolean }) {
  const cohorts = [...program.cohorts].sort((a, b) => Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name));
  return (
    <Section title="Cohorts" description="Patients who go through the program together.">
      {cohorts.length === 0 && <p className={classes.none}>No cohort yet.</p>}
      <ul className={classes.list}>
        {cohorts.map((cohort) => (
          <CohortItem key={cohort.id} programId={program.id} cohort={cohort} changeable={changeable} />
        ))}
      </ul>
      {changeable && <AddCohort programId={program.id} />}
    </Section>
  );
}

function useSave(onDone: () => void) {
  return useCommand(saveCohort, { refresh: [readProgram, listPrograms], onDone });
}

function CohortItem({ programId, cohort, changeable }: { programId: string; cohort: Cohort; changeable: boolean }) {
  const [name, setName] = useState<string | null>(null);
  const command = useSave(() => {
    announce('Saved.');
    setName(null);
  });
  const save = (change: Partial<Cohort>) =>
    command.run({ params: { programId, cohortId: cohort.id }, body: { name: cohort.name, archived: cohort.archived, ...change } });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name?.trim()) save({ name });
  };
  return (
    <li className={classes.item}>
      {name === null ? (
        <strong data-archived={cohort.archived || undefined}>{cohort.name}</strong>
      ) : (
        <form className={classes.rename} onSubmit={rename}>
          <TextInput
            aria-label={`New name of ${cohort.name}`}
            autoFocus
            size="sm"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" loading={command.running}>
            Save
          </Button>
          <Button size="sm" variant="subtle" onClick={() => setName(null)}>
            Go back
          </Button>
        </form>
      )}
      <span className={classes.ways}>
        {cohort.archived && <StatusBadge>Archived</StatusBadge>}
        {changeable && name === null && (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => setName(cohort.name)} aria-label={`Rename ${cohort.name}`}>
              Rename
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              loading={command.running}
              onClick={() => save({ archived: !cohort.archived })}
              aria-label={`${cohort.archived ? 'Bring back' : 'Archive'} ${cohort.name}`}
            >
              {cohort.archived ? 'Bring back' : 'Archive'}
            </Button>
          </>
        )}
      </span>
      <ErrorNote error={command.error} />
    </li>
  );
}

function AddCohort({ programId }: { programId: string }) {
  const [name, setName] = useState('');
  const [cohortId, setCohortId] = useState(() => crypto.randomUUID());
  const command = useSave(() => {
    announce('The cohort is added.');
    setName('');
    setCohortId(crypto.randomUUID());
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) command.run({ params: { programId, cohortId }, body: { name, archived: false } });
  };
  return (
    <form className={classes.add} onSubmit={send}>
      <TextInput
        label="Add a cohort"
        placeholder="Name"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={command.error?.message}
      />
      <Button type="submit" variant="default" loading={command.running} disabled={!name.trim()}>
        Add
      </Button>
    </form>
  );
}
