import { Button, Group, Modal, TextInput } from '@mantine/core';
import { endSeat, EndSeat, listSessions, readSession, type Seat } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './SessionPage.module.css';

export function EndSeatDialog({ seat, onClose }: { seat: Seat | null; onClose: () => void }) {
  return (
    <Modal
      opened={seat !== null}
      onClose={onClose}
      title={`End the seat of ${seat?.name ?? ''}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {seat && <EndSeatForm key={seat.id} seat={seat} onClose={onClose} />}
    </Modal>
  );
}

function EndSeatForm({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand(endSeat, {
    refresh: [readSession, listSessions],
    onDone: () => {
      announce(`The seat of ${seat.name} has ended.`);
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const filled = EndSeat.safeParse({ reason });
    setMissing(!filled.success);
    if (filled.success) command.run({ params: { seatId: seat.id }, body: filled.data });
  };
  return (
    <form onSubmit={send} noValidate className={classes.dialog}>
      <p>The seat stays on record with your reason. If the session is running, the person leaves the room at once.</p>
      <TextInput
        label="Reason"
        data-autofocus
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing && 'Please write why.'}
      />
      <ErrorNote error={command.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button type="submit" color="red" loading={command.running}>
          End the seat
        </Button>
      </Group>
    </form>
  );
}
