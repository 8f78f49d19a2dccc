import { Button, Group, Modal, Radio, TextInput } from '@mantine/core';
import { cancelSession, listSessions, readDay, readSession, type Session, SessionCancel } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './SessionPage.module.css';

interface Props {
  session: Session;
  opened: boolean;
  onClose: () => void;
}

export function CancelDialog({ session, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Cancel this session?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <CancelForm session={session} onClose={onClose} />
    </Modal>
  );
}

function CancelForm({ session, onClose }: Omit<Props, 'opened'>) {
  const [whose, setWhose] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(cancelSession, {
    refresh: [readSession, listSessions, readDay],
    onDone: () => {
      announce('The session is cancelled.');
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const filled = SessionCancel.safeParse({ whose, reason });
    if (filled.success) command.run({ params: { sessionId: session.id }, body: filled.data });
  };
  return (
    <form onSubmit={send} noValidate className={classes.dialog}>
      <p>It stays in the schedule with who cancelled it, when and why. It cannot be brought back; plan a new one instead.</p>
      <Radio.Group
        label="Whose cancellation is it?"
        value={whose}
        onChange={setWhose}
        error={tried && whose === '' && 'Please choose one.'}
      >
        <Radio mt="xs" value="ours" label="Ours: the program cannot hold it" />
        <Radio mt="xs" value="patient" label="The patient's" />
      </Radio.Group>
      <TextInput
        label="Reason"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && 'Please write why.'}
      />
      <ErrorNote error={command.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Keep the session
        </Button>
        <Button type="submit" color="red" loading={command.running}>
          Cancel the session
        </Button>
      </Group>
    </form>
  );
}
