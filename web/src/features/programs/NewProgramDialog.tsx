import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { createProgram, listPrograms, NewProgram, readMe } from '@rejoin/shared';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { announce } from '../../lib/announce';
import { focusFirstError, showRefusal } from '../../lib/form';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgramFields } from './ProgramFields';
import { programErrors, type ProgramValues } from './programForm';

export function NewProgramDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm<ProgramValues>({
    initialValues: { name: '', zone: me.zone, settings: { chatKeptDays: 30, phone: '', onCallHours: '' } },
    validate: (values) => programErrors(NewProgram, values, { id }),
  });
  const command = useCommand(createProgram, {
    refresh: [listPrograms, readMe],
    onDone: (program) => {
      announce('The program is added.');
      void navigate(`/programs/${program.id}`);
    },
  });
  const send = (values: ProgramValues) =>
    command.ask({ body: NewProgram.parse({ ...values, id }) }).then(undefined, (cause: unknown) => showRefusal(form, cause));
  return (
    <Modal opened onClose={onClose} size="lg" title="Add a program" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
        <ProgramFields form={form} />
        <ErrorNote error={command.error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={command.running}>
            Add
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
