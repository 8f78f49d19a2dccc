import { Anchor, Button } from '@mantine/core';
import { readDemo } from '@rejoin/shared';
import { useCall } from '../../lib/query';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';

interface Props {
  title: string;
  to: string;
  what: string;
  onBack: () => void;
}

/** Says that a mail is on its way, without telling whether the address is known. */
export function MailSent({ title, to, what, onBack }: Props) {
  const demo = useCall(readDemo, undefined, { staleMs: Infinity });
  return (
    <AccountFrame title={title}>
      <Note tone="good" live>
        If <strong>{to}</strong> is known to us, {what} is on its way. It can take a minute. Look among the junk mail too.
      </Note>
      {demo.data?.inboxUrl && (
        <p>
          <Anchor href={demo.data.inboxUrl} target="_blank" rel="noreferrer">
            Open the trial mail inbox
          </Anchor>
        </p>
      )}
      <Button variant="default" mt="lg" fullWidth onClick={onBack}>
        Go back
      </Button>
    </AccountFrame>
  );
}
