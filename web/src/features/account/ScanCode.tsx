import { Button, Stack } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { CodeInput } from './CodeInput';
import classes from './ScanCode.module.css';
import { useAsk } from './useAsk';

export interface Secret {
  uri: string;
  backupCodes: string[];
}

function secretText(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

/** The picture to scan, the same as text, and the first code as proof. */
export function ScanCode({ secret, onDone }: { secret: Secret; onDone: () => void }) {
  const [code, setCode] = useState('');
  const { ask, running, problem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await ask(() => authClient.twoFactor.verifyTotp({ code: code.replace(/\D/g, '') }))) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <ErrorNote error={problem} />
        <ol className={classes.steps}>
          <li>Open a code app on your phone. Any will do.</li>
          <li>
            Add an account and scan this picture.
            <div className={classes.code}>
              <QRCodeSVG value={secret.uri} size={184} title="Picture to scan with your code app" />
            </div>
            <details>
              <summary>I cannot scan it</summary>
              <p className={classes.text}>Type this into the app:</p>
              <code className={classes.secret}>{secretText(secret.uri)}</code>
            </details>
          </li>
          <li>Type the six digits that it shows.</li>
        </ol>
        <CodeInput value={code} onChange={setCode} />
        <Button type="submit" loading={running} disabled={code.replace(/\D/g, '').length < 6} fullWidth>
          Turn it on
        </Button>
      </Stack>
    </form>
  );
}
