import { Anchor, Button } from '@mantine/core';
import { readMe } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../../lib/auth';
import { useMe } from '../../lib/me';
import { keyOf } from '../../lib/query';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';
import { BackupCodes } from './BackupCodes';
import { PasswordAsk } from './PasswordAsk';
import { ScanCode, type Secret } from './ScanCode';

type Stage = { step: 'password' } | { step: 'scan'; secret: Secret } | { step: 'keep'; codes: string[] };

/** Sets up the second sign-in step: password, scan, code, and the backup codes to keep. */
export function SecondStepPage() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>({ step: 'password' });
  const finish = async () => {
    await client.invalidateQueries({ queryKey: keyOf(readMe) });
    void navigate(me.mustSetUpTwoFactor ? '/' : '/account', { replace: true });
  };
  if (stage.step === 'keep') {
    return (
      <AccountFrame title="Keep these backup codes" lead="If you lose your phone, each of them lets you in once. Keep them away from it.">
        <BackupCodes codes={stage.codes} />
        <Button fullWidth mt="lg" onClick={() => void finish()}>
          I have kept them
        </Button>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      title="Set up your second step"
      lead="After your password you will type a code that your phone shows. A stolen password alone then opens nothing."
      footer={<WayOut must={me.mustSetUpTwoFactor} />}
    >
      {me.twoFactorOn ? (
        <Note tone="good">Your second step is on. To set it up anew, turn it off in your profile first.</Note>
      ) : stage.step === 'password' ? (
        <PasswordAsk onSecret={(secret) => setStage({ step: 'scan', secret })} />
      ) : (
        <ScanCode secret={stage.secret} onDone={() => setStage({ step: 'keep', codes: stage.secret.backupCodes })} />
      )}
    </AccountFrame>
  );
}

function WayOut({ must }: { must: boolean }) {
  const navigate = useNavigate();
  if (!must) {
    return (
      <Anchor component={Link} to="/account" size="sm">
        Back to your profile
      </Anchor>
    );
  }
  const leave = async () => {
    if (await signOut()) void navigate('/sign-in');
  };
  return (
    <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void leave()}>
      Sign out
    </Anchor>
  );
}
