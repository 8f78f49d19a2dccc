import { Button, Group } from '@mantine/core';
import { endSignIns, inviteAgain, type Invitation, type Person, readInvitation } from '@rejoin/shared';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loading } from '../../ui/Loading';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';

/** Whether a person has opened their account, a second mail for who has not, and the end of all sign-ins for who lost a phone. */
export function InvitationSection({ person }: { person: Person }) {
  const me = useMe();
  const changeable = may(me, 'person.change');
  const invitation = useCall(readInvitation, { params: { personId: person.id } });
  const again = useCommand(inviteAgain, { refresh: [readInvitation], onDone: () => announce('The invitation is on its way') });
  const state = invitation.data?.state;
  return (
    <Section title="Sign-in" actions={state === 'opened' && <StatusBadge tone="good">Account opened</StatusBadge>}>
      {invitation.isPending && <Loading />}
      {invitation.error && <ErrorNote error={invitation.error} onRetry={() => void invitation.refetch()} />}
      {invitation.data && <p>{words(invitation.data)}</p>}
      <ErrorNote error={again.error} />
      {changeable && (
        <Group>
          {(state === 'waiting' || state === 'over') && (
            <Button variant="default" loading={again.running} onClick={() => again.run({ params: { personId: person.id } })}>
              Invite again
            </Button>
          )}
          {state === 'opened' && <LostPhone person={person} />}
        </Group>
      )}
    </Section>
  );
}

function words({ state, sentAt, expiresAt }: Invitation) {
  if (state === 'opened') return 'They chose a password or signed in by a mailed link.';
  if (state === 'none') return 'There is no e-mail address, so this person cannot sign in. Add one in the profile to invite them.';
  if (sentAt === null || expiresAt === null) return 'Not opened yet, and the last invitation is over.';
  if (state === 'over') {
    return (
      <>
        Not opened yet. The invitation of <TimeText at={sentAt} /> is over.
      </>
    );
  }
  return (
    <>
      Invited <TimeText at={sentAt} />, not opened yet. The link in the mail works until <TimeText at={expiresAt} />.
    </>
  );
}

function LostPhone({ person }: { person: Person }) {
  const [asked, setAsked] = useState(false);
  const command = useCommand(endSignIns, {
    onDone: () => {
      setAsked(false);
      announce('Every sign-in has ended');
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        End all sign-ins…
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Sign ${person.displayName} out everywhere?`}
        confirmLabel="End all sign-ins"
        running={command.running}
        error={command.error}
        onConfirm={() => command.run({ params: { personId: person.id } })}
      >
        For a lost or stolen phone. Every page and room they are in closes, and no PIN opens their account any more. They can sign in again
        with their password.
      </ConfirmDialog>
    </>
  );
}
