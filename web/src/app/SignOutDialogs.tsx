import { signOutEverywhere } from '@rejoin/shared';
import { useNavigate } from 'react-router';
import { signedOut } from '../lib/auth';
import { useCommand } from '../lib/query';
import { ConfirmDialog } from '../ui/ConfirmDialog';

interface Props {
  opened: boolean;
  onClose: () => void;
}

export function SignOutFailed({ opened, onClose, onRetry }: Props & { onRetry: () => void }) {
  const retry = () => {
    onClose();
    onRetry();
  };
  return (
    <ConfirmDialog opened={opened} onClose={onClose} title="You are still signed in" confirmLabel="Try again" onConfirm={retry}>
      We cannot reach Rejoin right now. Check your internet and sign out again, above all if others use this device.
    </ConfirmDialog>
  );
}

export function SignOutEverywhere({ opened, onClose }: Props) {
  const navigate = useNavigate();
  const command = useCommand(signOutEverywhere, {
    onDone: () => {
      signedOut();
      void navigate('/sign-in');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Sign out everywhere?"
      confirmLabel="Sign out everywhere"
      running={command.running}
      error={command.error}
      onConfirm={() => command.run()}
    >
      You will be signed out on every phone and computer, and leave any session you are in. You can sign in again at once.
    </ConfirmDialog>
  );
}
