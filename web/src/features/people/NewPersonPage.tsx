import { Button, Group, NativeSelect, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { createPerson, listPeople, NewPerson } from '@rejoin/shared';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { announce } from '../../lib/announce';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { useFormDraft } from '../../lib/useFormDraft';
import { DraftOffer } from '../../ui/DraftOffer';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Section } from '../../ui/Section';
import classes from './People.module.css';
import { blankPerson, PersonValues, roleChoices, sentPerson } from './personForm';
import { PersonFields } from './PersonFields';

const Values = PersonValues.extend({ id: z.string(), roleId: z.string(), role: z.string(), programId: z.string().nullable() });
type Values = z.infer<typeof Values>;

function bodyOf({ roleId, role, programId, ...person }: Values) {
  return { ...sentPerson(person), roles: [{ id: roleId, role, programId, from: new Date().toISOString() }] };
}

export function NewPersonPage() {
  return may(useMe(), 'person.create') ? <NewPersonForm /> : <RefusedPage />;
}

function NewPersonForm() {
  const me = useMe();
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: {
      ...blankPerson(me.programs[0]?.zone ?? me.zone),
      id: crypto.randomUUID(),
      roleId: crypto.randomUUID(),
      role: 'therapist',
      programId: me.programs[0]?.id ?? null,
    },
    validate: (values) => checked(NewPerson, bodyOf(values)),
  });
  const draft = useFormDraft(form, 'person-new', Values);
  const command = useCommand(createPerson, { refresh: [listPeople] });
  const send = async (values: Values) => {
    try {
      const person = await command.ask({ body: NewPerson.parse(bodyOf(values)) });
      draft.done();
      announce('The person is added.');
      void navigate(`/people/${person.id}`);
    } catch (cause) {
      showRefusal(form, cause);
    }
  };
  return (
    <Page title="Add a person" crumbs={[{ label: 'People', to: '/people' }]} lead="Staff and everyone else who is not a patient.">
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
        <DraftOffer draft={draft} />
        <Section title="Person">
          <PersonFields
            field={(name) => form.getInputProps(name)}
            zone={form.values.zone}
            emailHint="They get a mail to choose a password."
          />
        </Section>
        <Section title="Role" description="From today on. More roles can be added later.">
          <div className={classes.fields}>
            <NativeSelect label="Role" data={roleChoices} {...form.getInputProps('role')} />
            <Select
              label="Program"
              placeholder="All programs"
              clearable
              clearButtonProps={{ 'aria-label': 'All programs' }}
              data={me.programs.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('programId')}
            />
          </div>
        </Section>
        <ErrorNote error={command.error} />
        <Group>
          <Button type="submit" size="lg" loading={command.running}>
            Add this person
          </Button>
          <Button component={Link} to="/people" size="lg" variant="subtle">
            Leave without saving
          </Button>
        </Group>
      </form>
    </Page>
  );
}
