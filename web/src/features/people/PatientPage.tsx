import { changePatient, listPatients, type Patient, PatientChange, readPatient } from '@rejoin/shared';
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { dateName } from '../../lib/days';
import { useEmergencyOf } from '../../lib/emergency';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { fullName } from '../../lib/words';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { EmergencyNote } from './EmergencyNote';
import { EpisodeSection } from './EpisodeSection';
import { FirstStepsSection } from './FirstStepsSection';
import classes from './People.module.css';
import { InvitationSection } from './InvitationSection';
import { PatientNotes } from './PatientNotes';
import { ProfileSection } from './ProfileSection';

export function PatientPage() {
  return may(useMe(), 'patient.list') ? <OnePatient /> : <RefusedPage />;
}

function OnePatient() {
  const { patientId = '' } = useParams();
  const me = useMe();
  const patient = useCall(readPatient, { params: { patientId } });
  return (
    <Page
      title={patient.data ? fullName(patient.data) : 'Patient'}
      tabTitle="Patient"
      crumbs={[{ label: 'Patients', to: '/patients' }]}
      lead={patient.data && `Born ${dateName(patient.data.dateOfBirth)} · Record ${patient.data.recordNumber}`}
      actions={
        may(me, 'accessLog.read') && (
          <Button
            component={Link}
            to={`/patients/${patientId}/access-log`}
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
          >
            Who looked at this chart
          </Button>
        )
      }
      loading={!patient.data}
      error={patient.data ? null : patient.error}
      onRetry={() => void patient.refetch()}
    >
      {patient.data && <Content patient={patient.data} />}
    </Page>
  );
}

function Content({ patient }: { patient: Patient }) {
  const me = useMe();
  const emergency = useEmergencyOf(me, patient.id);
  const command = useCommand(changePatient, { refresh: [readPatient, listPatients] });
  const episodes = [...patient.episodes].sort((a, b) => b.openedOn.localeCompare(a.openedOn));
  return (
    <div className={classes.sections}>
      {emergency && <EmergencyNote access={emergency} />}
      <fieldset className={classes.chart} disabled={emergency !== undefined}>
        <ProfileSection
          person={patient}
          changeable={may(me, 'patient.change')}
          schema={PatientChange}
          onSave={(body) => command.ask({ params: { patientId: patient.id }, body: PatientChange.parse(body) })}
          running={command.running}
          error={command.error}
        />
        {may(me, 'person.change') && <InvitationSection person={patient} />}
        <FirstStepsSection patientId={patient.id} />
        {episodes.map((episode) => (
          <EpisodeSection key={episode.id} episode={episode} />
        ))}
      </fieldset>
      {may(me, 'note.chart') && <PatientNotes patientId={patient.id} />}
    </div>
  );
}
