import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changePlace, type PatientFirstSteps, PlaceChange, type PatientPlace, readPatientFirstSteps, sensoryLine } from '@rejoin/shared';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { announce } from '../../lib/announce';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { firstStepWords, placeKindWords } from '../../lib/patientWords';
import { useCall, useCommand } from '../../lib/query';
import { stateName } from '../../lib/states';
import { ErrorNote } from '../../ui/ErrorNote';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import classes from './FirstStepsSection.module.css';

/** What the patient has done before the first day, whom to call, and where they meet from. */
export function FirstStepsSection({ patientId }: { patientId: string }) {
  const query = useCall(readPatientFirstSteps, { params: { patientId } });
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <Section title="First steps">
            <Steps data={data} />
          </Section>
          <Section
            title="Places"
            description="Where this patient meets from. Look up the ten-digit local emergency line: 911 reaches only help near the caller."
          >
            {data.places.length === 0 && <p>The patient has not named a place yet.</p>}
            {data.places
              .filter((place) => !place.archived)
              .map((place) => (
                <OnePlace key={place.id} place={place} patientId={patientId} />
              ))}
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Steps({ data }: { data: PatientFirstSteps }) {
  const { contact, identityMatches, consents, devices } = data;
  return (
    <>
      {identityMatches === false && (
        <Note tone="warning" title="Name or date of birth did not match the record">
          Please check both with the patient, and correct the record where it is wrong.
        </Note>
      )}
      <ul className={classes.steps}>
        {data.steps.map(({ step, doneAt }) => (
          <li key={step}>
            {doneAt ? <IconCircleCheckFilled className={classes.done} size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />}
            <span>{firstStepWords[step].title}</span>
            <span className={classes.when}>{doneAt ? <TimeText at={doneAt} style="dayTime" /> : 'Not yet'}</span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: 'Emergency contact', value: contact && `${contact.name} (${contact.relation}), ${contact.phone}` },
          { label: 'Do not call them', value: contact?.notWhen },
          {
            label: 'Devices',
            value:
              devices &&
              `Camera ${devices.camera ? 'works' : 'not seen'}, microphone ${devices.microphone ? 'works' : 'not heard'}, sound ${devices.speaker ? 'heard' : 'not heard'}`,
          },
          { label: 'Sound and screen', value: sensoryLine(data.sensory) || 'As usual' },
          ...consents.map(({ text, signedName, current, revokedAt }) => ({
            label: `${text.title}, version ${text.version}`,
            value: `Signed by ${signedName}${current ? '' : revokedAt ? ', taken back' : ', no longer current'}`,
          })),
        ]}
      />
    </>
  );
}

function OnePlace({ place, patientId }: { place: PatientPlace; patientId: string }) {
  const form = useForm({
    initialValues: { emergencyLine: place.emergencyLine ?? '' },
    validate: (values) => checked(PlaceChange, { emergencyLine: values.emergencyLine.trim() || null }),
  });
  const command = useCommand(changePlace, { refresh: [readPatientFirstSteps], onDone: () => announce('Saved.') });
  const send = ({ emergencyLine }: { emergencyLine: string }) =>
    command.ask({ params: { patientId, placeId: place.id }, body: { emergencyLine: emergencyLine.trim() || null } }).then(
      () => form.resetDirty(),
      (cause: unknown) => showRefusal(form, cause),
    );
  return (
    <form noValidate className={classes.place} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <p className={classes.address}>
        {placeKindWords[place.kind]}: {place.address}, {stateName(place.state)}
      </p>
      <Group align="end">
        <TextInput
          label="Local emergency line"
          description={place.emergencyLineBy ? `Entered by ${place.emergencyLineBy}` : 'Ten digits'}
          type="tel"
          {...form.getInputProps('emergencyLine')}
        />
        <Button type="submit" variant="default" loading={command.running} disabled={!form.isDirty()}>
          Save
        </Button>
      </Group>
      <ErrorNote error={command.error && Object.keys(command.error.fields).length === 0 ? command.error : null} />
    </form>
  );
}
