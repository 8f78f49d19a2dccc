import { Anchor, Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { keptDeviceDays } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { authClient } from '../../lib/authClient';
import { useReadMe } from '../../lib/me';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loading } from '../../ui/Loading';
import { AccountFrame } from './AccountFrame';
import { DemoPeople } from './DemoPeople';
import { MailSent } from './MailSent';
import { useAsk } from './useAsk';
import { PinForm } from './PinForm';
import { useKept } from './useKept';
import { useNext } from './useNext';
import { VerifyAgain } from './VerifyAgain';

/** The PIN on a kept device, the password everywhere else. */
export function SignInPage() {
  const { next, goOn } = useNext();
  const me = useReadMe();
  const kept = useKept();
  const [byPassword, setByPassword] = useState(false);
  const [gone, setGone] = useState<string | null>(null);
  if (me.data && !me.error) return <Navigate to={next} replace />;
  if (kept === null) {
    return (
      <AccountFrame title="Welcome back">
        <Loading />
      </AccountFrame>
    );
  }
  if (!kept || byPassword || gone !== null) return <ByPassword note={gone} keeps={kept} />;
  return (
    <AccountFrame
      title="Welcome back"
      lead="Type your PIN for this device."
      footer={
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setByPassword(true)}>
          Use my password instead
        </Anchor>
      }
    >
      <PinForm to="signIn" onDone={goOn} onGone={setGone} />
    </AccountFrame>
  );
}

/** `note`: why the PIN is over. `keeps`: this device is kept already. */
function ByPassword({ note, keeps }: { note: string | null; keeps: boolean }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [emailMissing, setEmailMissing] = useState(false);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const [keep, setKeep] = useState(false);
  const { query, goOn } = useNext();
  const signIn = useSignIn(query, keep ? `/account/keep-device${query}` : undefined, goOn);
  const link = useAsk();

  if (mailedTo)
    return <MailSent title="Look in your mail" to={mailedTo} what="a link that signs you in" onBack={() => setMailedTo(null)} />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.clear();
    void signIn.run(email, password);
  };
  const mailLink = async () => {
    signIn.clear();
    setEmailMissing(!email.includes('@'));
    if (!email.includes('@')) return document.querySelector<HTMLInputElement>('input[name=email]')?.focus();
    const sent = await link.ask(() => authClient.signIn.magicLink({ email: email.trim() }));
    if (sent) setMailedTo(email.trim());
  };
  return (
    <AccountFrame title="Welcome back" lead="Sign in to see your sessions.">
      <form onSubmit={submit}>
        <Stack gap="md">
          <ErrorNote error={signIn.problem ?? link.problem ?? note}>
            {signIn.code === 'EMAIL_NOT_VERIFIED' && <VerifyAgain email={email} />}
          </ErrorNote>
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            error={emailMissing && !email.includes('@') && 'Type your e-mail here first.'}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {!keeps && (
            <Checkbox
              label={`Keep this device for ${keptDeviceDays} days`}
              description="You choose a PIN. For patients, on a device of your own."
              checked={keep}
              onChange={(event) => setKeep(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" loading={signIn.running} fullWidth mt="xs">
            Sign in
          </Button>
          <Button variant="default" loading={link.running} fullWidth onClick={() => void mailLink()}>
            Mail me a sign-in link instead
          </Button>
          <Anchor component={Link} to="/forgot-password" state={{ email }} size="sm">
            I forgot my password
          </Anchor>
        </Stack>
      </form>
      <DemoPeople disabled={signIn.running} onChoose={(person) => void signIn.run(person.email, person.password)} />
    </AccountFrame>
  );
}

function useSignIn(query: string, then: string | undefined, goOn: (to?: string) => void) {
  const navigate = useNavigate();
  const { ask, ...state } = useAsk();
  const run = async (email: string, password: string) => {
    const signedIn = await ask(() => authClient.signIn.email({ email: email.trim(), password }));
    if (!signedIn) return;
    if ('twoFactorRedirect' in signedIn && signedIn.twoFactorRedirect) void navigate(`/sign-in/code${query}`);
    else goOn(then);
  };
  return { run, ...state };
}
