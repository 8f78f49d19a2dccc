import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { NewPasswordInput, passwordProblem } from './NewPasswordInput';
import { useAsk } from './useAsk';

export function PasswordSection() {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const done = () => {
    setOpen(false);
    setSaved(true);
    announce('Your new password is saved');
  };
  return (
    <Section
      title="Password"
      description="Long is better than complicated."
      actions={
        !open && (
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            Change it
          </Button>
        )
      }
    >
      {open ? (
        <PasswordForm onDone={done} onCancel={() => setOpen(false)} />
      ) : saved ? (
        <Note tone="good">Your new password is saved. Other devices were signed out.</Note>
      ) : null}
    </Section>
  );
}

function PasswordForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { ask, running, problem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = passwordProblem(next);
    setWrong(found);
    if (found) return;
    const changed = await ask(() => authClient.changePassword({ currentPassword: current, newPassword: next, revokeOtherSessions: true }));
    if (changed) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <ErrorNote error={problem} />
        <PasswordInput
          label="Password now"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordInput value={next} error={wrong} onChange={(event) => setNext(event.currentTarget.value)} />
        <Group>
          <Button type="submit" loading={running} disabled={current === '' || next === ''}>
            Save the new password
          </Button>
          <Button variant="default" onClick={onCancel}>
            Go back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
