import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { AccountFrame } from './AccountFrame';
import { CodeInput } from './CodeInput';
import { useAsk } from './useAsk';
import { useNext } from './useNext';

/** The second sign-in step: a code of the app, or one of the backup codes. */
export function CodePage() {
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const { goOn } = useNext();
  const { ask, running, problem, clear } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = backup ? code.trim() : code.replace(/\D/g, '');
    const passed = await ask(() =>
      backup ? authClient.twoFactor.verifyBackupCode({ code: typed }) : authClient.twoFactor.verifyTotp({ code: typed }),
    );
    if (passed) goOn();
  };
  const swap = () => {
    setBackup(!backup);
    setCode('');
    clear();
  };
  return (
    <AccountFrame
      title="Your second step"
      lead={
        backup ? 'Type one of the backup codes that you kept. Each works once.' : 'Open your code app and type the six digits for Rejoin.'
      }
      footer={
        <>
          <Anchor component="button" type="button" size="sm" ta="left" onClick={swap}>
            {backup ? 'Use my code app instead' : 'I do not have my phone: use a backup code'}
          </Anchor>
          <Anchor component={Link} to="/sign-in" size="sm">
            Start again
          </Anchor>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorNote error={problem} />
          {backup ? (
            <TextInput
              label="Backup code"
              autoComplete="off"
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <CodeInput autoFocus value={code} onChange={setCode} />
          )}
          <Button type="submit" loading={running} fullWidth disabled={code.trim().length < 6}>
            Sign in
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
