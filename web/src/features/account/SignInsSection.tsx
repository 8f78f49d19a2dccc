import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loading } from '../../ui/Loading';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import { deviceWords, isPhone } from './deviceWords';
import classes from './SignInsSection.module.css';
import { useAsk } from './useAsk';

interface SignIn {
  token: string;
  device: string;
  phone: boolean;
  since: string;
  here: boolean;
}

async function readSignIns(): Promise<SignIn[]> {
  const [all, own] = await Promise.all([authClient.listSessions(), authClient.getSession()]);
  if (all.error) throw new Error('The sign-ins could not be read');
  return all.data
    .map((each) => ({
      token: each.token,
      device: deviceWords(each.userAgent ?? ''),
      phone: isPhone(each.userAgent ?? ''),
      since: new Date(each.createdAt).toISOString(),
      here: each.token === own.data?.session.token,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here) || b.since.localeCompare(a.since));
}

const key = ['sign-ins'];

/** Where this person is signed in, and how to end it there. */
export function SignInsSection() {
  const client = useQueryClient();
  const signIns = useQuery({ queryKey: key, queryFn: readSignIns });
  const { ask, running, problem } = useAsk();
  const end = async (token: string) => {
    await ask(() => authClient.revokeSession({ token }));
    await client.invalidateQueries({ queryKey: key });
  };
  return (
    <Section title="Where you are signed in" description="If you do not know one of them, end it and change your password.">
      <ErrorNote error={problem} />
      {signIns.isPending && <Loading />}
      {signIns.isError && <ErrorNote error="We could not read this list." onRetry={() => void signIns.refetch()} />}
      <ul className={classes.list}>
        {signIns.data?.map((each) => (
          <li key={each.token} className={classes.row}>
            {each.phone ? (
              <IconDeviceMobile size={24} stroke={1.6} aria-hidden />
            ) : (
              <IconDeviceDesktop size={24} stroke={1.6} aria-hidden />
            )}
            <span className={classes.words}>
              <strong>{each.device}</strong>
              <span className={classes.since}>
                Since <TimeText at={each.since} />
              </span>
            </span>
            {each.here ? (
              <StatusBadge tone="good">This device</StatusBadge>
            ) : (
              <Button
                variant="default"
                size="sm"
                disabled={running}
                aria-label={`Sign out ${each.device}`}
                onClick={() => void end(each.token)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
