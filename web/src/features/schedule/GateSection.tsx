import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { filledLine, type GateForStaff, isOfEpisode, overrideLicence, readGates, type Session } from '@rejoin/shared';
import { z } from 'zod';
import { announce } from '../../lib/announce';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { overheardWords, placeKindWords } from '../../lib/patientWords';
import { useCall, useCommand } from '../../lib/query';
import { stateName } from '../../lib/states';
import { ErrorNote } from '../../ui/ErrorNote';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import classes from './GateSection.module.css';

const Values = z.object({ reason: filledLine(300) });
const lookAgainMs = 5_000;

/** Where everyone is today and whom to call; a supervisor opens the way where nobody is licensed. */
export function GateSection({ session }: { session: Session }) {
  const mayRead = may(useMe(), 'gate.read') && session.seats.some(({ capacity }) => isOfEpisode(capacity));
  const isOver = session.endedAt !== null || session.cancellation !== null;
  const gates = useCall(readGates, { params: { sessionId: session.id } }, { enabled: mayRead, everyMs: isOver ? undefined : lookAgainMs });
  // Who plans sessions but neither leads this one nor manages the program does not read where people are.
  if (!mayRead || gates.error?.status === 404) return null;
  return (
    <Section
      title="Where everyone is"
      description="What patients said for this session. 911 reaches only help near the caller: use the local line."
    >
      <Loaded query={gates}>
        {(rows) => (
          <>
            {!isOver && unlicensed(rows).map((state) => <Unlicensed key={state} state={state} sessionId={session.id} />)}
            {rows.map((row) => (
              <OnePatient key={row.seatId} row={row} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const unlicensed = (rows: readonly GateForStaff[]): string[] => [
  ...new Set(rows.flatMap(({ gate, place }) => (gate.refusal === 'gate.licence' && place ? [place.state] : []))),
];

function OnePatient({ row }: { row: GateForStaff }) {
  const { place, contact, licence } = row;
  return (
    <div className={classes.patient}>
      <h3 className={classes.name}>{row.name}</h3>
      <Facts
        facts={[
          { label: 'Place', value: place ? `${placeKindWords[place.kind]}: ${place.address}, ${stateName(place.state)}` : 'Not said yet' },
          { label: 'Local emergency line', value: place && (place.emergencyLine ?? 'Not entered yet: see the page of the patient') },
          {
            label: 'Can be heard',
            value: row.overheard && `${overheardWords[row.overheard]}${row.overheardBy ? `: ${row.overheardBy}` : ''}`,
          },
          { label: 'Number', value: row.number },
          {
            label: 'Emergency contact',
            value:
              contact && `${contact.name} (${contact.relation}), ${contact.phone}${contact.notWhen ? `. Not: ${contact.notWhen}` : ''}`,
          },
          { label: 'Licence', value: licence && licenceWords(licence) },
        ]}
      />
    </div>
  );
}

function licenceWords({ state, holder, number, to, override }: NonNullable<GateForStaff['licence']>): string {
  if (override) return `None in ${stateName(state)}. ${override.by} let them in: ${override.reason}`;
  return `${holder ?? ''}, ${stateName(state)} ${number ?? ''}, until ${to ?? ''}`;
}

/** The law asks for a licence where the patient is: only a supervisor can decide otherwise, and says why. */
function Unlicensed({ state, sessionId }: { state: string; sessionId: string }) {
  const mayOverride = may(useMe(), 'licence.override');
  const form = useForm({ initialValues: { reason: '' }, validate: (values) => checked(Values, values) });
  const command = useCommand(overrideLicence, { refresh: [readGates], onDone: () => announce('They can come in now.') });
  const send = ({ reason }: { reason: string }) =>
    command
      .ask({ params: { sessionId }, body: { id: crypto.randomUUID(), state, reason } })
      .catch((cause: unknown) => showRefusal(form, cause));
  return (
    <Note tone="warning" title={`Nobody who leads is licensed in ${stateName(state)}`}>
      <p>The patient was told that you know and will call. Add a licensed colleague as co-lead, or a supervisor decides.</p>
      {mayOverride && (
        <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
          <Group align="end">
            <TextInput label="Reason to let them in all the same" style={{ flex: 1 }} {...form.getInputProps('reason')} />
            <Button type="submit" variant="default" loading={command.running}>
              Let them in
            </Button>
          </Group>
        </form>
      )}
      <ErrorNote error={command.error} />
    </Note>
  );
}
