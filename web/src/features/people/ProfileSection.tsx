import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Person } from '@rejoin/shared';
import { useState } from 'react';
import type { z } from 'zod';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { zoneName } from '../../lib/time';
import { ErrorNote } from '../../ui/ErrorNote';
import { type Fact, Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import classes from './People.module.css';
import { PersonFields } from './PersonFields';
import { type PersonValues, personValuesOf, sentPerson } from './personForm';

type Values = PersonValues & { recordNumber?: string };

interface Props {
  person: Person & { recordNumber?: string };
  facts?: readonly Fact[];
  changeable: boolean;
  schema: z.ZodType;
  /** Sends the change; a refusal is shown at its fields. */
  onSave: (body: ReturnType<typeof sentPerson<Values>>) => Promise<unknown>;
  running: boolean;
  error: Error | null;
}

export function ProfileSection(props: Props) {
  const { person, facts = [], changeable } = props;
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title="Profile"
      actions={
        changeable &&
        !editing && (
          <Button variant="default" size="sm" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      {editing ? (
        <ProfileForm {...props} onClose={() => setEditing(false)} />
      ) : (
        <Facts
          facts={[
            ...facts,
            { label: 'Name in the group', value: person.displayName },
            { label: 'Pronouns', value: person.pronouns },
            { label: 'E-mail', value: person.email },
            { label: 'Phone', value: person.phone },
            { label: 'Time zone', value: zoneName(person.zone) },
            { label: 'Account', value: person.hasAccount ? 'Can sign in' : 'None yet' },
          ]}
        />
      )}
    </Section>
  );
}

function ProfileForm({ person, schema, onSave, running, error, onClose }: Props & { onClose: () => void }) {
  const { recordNumber } = person;
  const form = useForm<Values>({
    initialValues: { ...personValuesOf(person), ...(recordNumber === undefined ? {} : { recordNumber }) },
    validate: (values) => checked(schema, sentPerson(values)),
  });
  const send = (values: Values) => onSave(sentPerson(values)).then(onClose, (cause: unknown) => showRefusal(form, cause));
  return (
    <form noValidate className={classes.edit} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <PersonFields field={(name) => form.getInputProps(name)} zone={form.values.zone} emailHint="Where mails to sign in go." />
      {recordNumber !== undefined && (
        <div className={classes.fields}>
          <TextInput label="Record number" {...form.getInputProps('recordNumber')} />
        </div>
      )}
      <ErrorNote error={error} />
      <Group>
        <Button type="submit" loading={running}>
          Save
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </form>
  );
}
