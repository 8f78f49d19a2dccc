import { Button, Select, Switch, TextInput } from '@mantine/core';
import { listPatients, listPrograms, type PatientSummary } from '@rejoin/shared';
import { IconHeartHandshake, IconLockOpen, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { fullName, levelWords } from '../../lib/words';
import { EmptyState } from '../../ui/EmptyState';
import { Initial } from '../../ui/Initial';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Row, Rows } from '../../ui/Rows';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './People.module.css';
import { useSearched } from './useSearched';

export function PatientsPage() {
  return may(useMe(), 'patient.list') ? <Patients /> : <RefusedPage />;
}

function Patients() {
  const me = useMe();
  const [programId, setProgramId] = useState<string | null>(null);
  const [closed, setClosed] = useState(false);
  const { search, setSearch, list, searching } = useSearched(listPatients, (typed) => ({
    query: { programId: programId ?? undefined, search: typed, closed: closed ? 'true' : undefined },
  }));
  return (
    <Page
      title="Patients"
      actions={
        <>
          {may(me, 'emergency.open') && (
            <Button component={Link} to="/emergency" variant="default" leftSection={<IconLockOpen size={20} aria-hidden />}>
              Emergency access
            </Button>
          )}
          {may(me, 'patient.enrol') && (
            <Button component={Link} to="/patients/new" leftSection={<IconPlus size={20} aria-hidden />}>
              Enrol a patient
            </Button>
          )}
        </>
      }
    >
      <div className={classes.filters} role="search">
        <TextInput
          className={classes.search}
          aria-label="Search patients"
          placeholder="Name or record number"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {me.programs.length > 1 && (
          <Select
            className={classes.filter}
            aria-label="Program"
            placeholder="All programs"
            clearable
            clearButtonProps={{ 'aria-label': 'Show all programs' }}
            data={me.programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={programId}
            onChange={setProgramId}
          />
        )}
        <Switch label="Also those who left" checked={closed} onChange={(event) => setClosed(event.currentTarget.checked)} />
      </div>
      <Loaded query={list}>
        {(patients) => (patients.length === 0 ? <Nobody searching={searching} /> : <PatientRows patients={patients} />)}
      </Loaded>
    </Page>
  );
}

function Nobody({ searching }: { searching: boolean }) {
  return (
    <EmptyState icon={IconHeartHandshake} title={searching ? 'Nobody found' : 'No patients here yet'}>
      {searching ? 'Try another name or record number.' : 'You see the patients of your programs and those you care for.'}
    </EmptyState>
  );
}

function PatientRows({ patients }: { patients: readonly PatientSummary[] }) {
  const programs = useCall(listPrograms);
  const placeOf = (patient: PatientSummary) => {
    const program = programs.data?.find(({ id }) => id === patient.programId);
    return [program?.cohorts.find(({ id }) => id === patient.cohortId)?.name, program?.name].filter(Boolean).join(', ');
  };
  return (
    <Rows label="Patients">
      {patients.map((patient) => (
        <Row
          key={`${patient.id}${patient.programId}`}
          to={`/patients/${patient.id}`}
          start={<Initial name={patient.displayName} />}
          title={fullName(patient)}
          detail={[patient.recordNumber, placeOf(patient), patient.level && levelWords[patient.level]].filter(Boolean).join(' · ')}
          end={patient.part2 && <StatusBadge>Part 2</StatusBadge>}
        />
      ))}
    </Rows>
  );
}
