import { Anchor, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeMe, type Me, OwnChange, readMe } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '../../lib/announce';
import { checked, showRefusal } from '../../lib/form';
import { remember, useCommand } from '../../lib/query';
import { deviceZone, zoneOptions } from '../../lib/time';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

/** What a person may change of themselves. What was typed stays when saving fails. */
export function OwnForm({ me }: { me: Me }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { displayName: me.displayName, pronouns: me.pronouns, zone: me.zone, phone: me.phone },
    validate: (values) => checked(OwnChange, values),
  });
  const command = useCommand(changeMe, {
    onDone: (reply) => {
      remember(client, readMe, reply);
      form.resetDirty();
      announce('Saved');
    },
  });
  const save = form.onSubmit(async (values) => {
    await command.ask({ body: values }).catch((cause: unknown) => showRefusal(form, cause));
  });
  const saved = command.done && !form.isDirty();
  return (
    <form onSubmit={save} noValidate>
      <Section title="You in the group" description="The group sees your display name and pronouns, and nothing else of you.">
        <Stack gap="md">
          <TextInput label="Display name" description="A first name or a nickname." {...form.getInputProps('displayName')} />
          <TextInput label="Pronouns" description="If you like, such as she/her." {...form.getInputProps('pronouns')} />
          <TextInput
            label="Phone"
            description="For your program only: to reach you when a call breaks off."
            type="tel"
            autoComplete="tel"
            {...form.getInputProps('phone')}
          />
          <ZoneSelect {...form.getInputProps('zone')} />
          <ErrorNote error={command.error} />
          <Group>
            <Button type="submit" loading={command.running} disabled={!form.isDirty()}>
              Save
            </Button>
            {saved && <StatusBadge tone="good">Saved</StatusBadge>}
          </Group>
        </Stack>
      </Section>
    </form>
  );
}

function ZoneSelect({ value, onChange, error }: { value?: string; onChange?: (zone: string) => void; error?: React.ReactNode }) {
  const here = deviceZone();
  const data = zoneOptions(value ?? here).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <>
      <Select
        label="Time zone"
        description="All times are shown in it."
        searchable
        allowDeselect={false}
        nothingFoundMessage="No such zone. Try a large city near you."
        data={data}
        limit={60}
        value={value ?? null}
        onChange={(zone) => zone && onChange?.(zone)}
        error={error}
      />
      {value !== here && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onChange?.(here)}>
          Use the zone of this device ({here.replaceAll('_', ' ')})
        </Anchor>
      )}
    </>
  );
}
