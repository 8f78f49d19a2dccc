import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type Me, readMe } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { authClient } from '../../lib/authClient';
import { isStaff } from '../../lib/me';
import { keyOf } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { BackupCodes } from './BackupCodes';
import { useAsk } from './useAsk';

export function SecondStepSection({ me }: { me: Me }) {
  return (
    <Section
      title="Second sign-in step"
      description="A code from your phone, asked after the password."
      actions={me.twoFactorOn ? <StatusBadge tone="good">On</StatusBadge> : <StatusBadge>Off</StatusBadge>}
    >
      {me.twoFactorOn ? (
        <Manage mayTurnOff={!isStaff(me)} />
      ) : (
        <Button component={Link} to="/account/second-step" variant="default">
          Set it up
        </Button>
      )}
    </Section>
  );
}

function Manage({ mayTurnOff }: { mayTurnOff: boolean }) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { ask, running, problem } = useAsk();
  const renew = async () => {
    const made = await ask(() => authClient.twoFactor.generateBackupCodes({ password }));
    if (made) setCodes(made.backupCodes);
  };
  const turnOff = async () => {
    if (await ask(() => authClient.twoFactor.disable({ password }))) await client.invalidateQueries({ queryKey: keyOf(readMe) });
  };
  if (codes) return <BackupCodes codes={codes} />;
  return (
    <Stack gap="md">
      <ErrorNote error={problem} />
      <PasswordInput
        label="Your password"
        description={mayTurnOff ? 'For new backup codes, or to turn the step off.' : 'For new backup codes. The old ones end.'}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" loading={running} disabled={password === ''} onClick={() => void renew()}>
          Make new backup codes
        </Button>
        {mayTurnOff && (
          <Button variant="default" color="red" disabled={password === '' || running} onClick={() => void turnOff()}>
            Turn it off
          </Button>
        )}
      </Group>
    </Stack>
  );
}
