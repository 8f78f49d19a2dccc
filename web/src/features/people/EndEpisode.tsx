import { Button, Group, Modal, TextInput } from '@mantine/core';
import { changeEpisode, type Episode, listPatients, readPatient } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { todayIn } from '../../lib/days';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './People.module.css';

export function EndEpisode({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const { zone } = useMe();
  const [closedOn, setClosedOn] = useState(() => todayIn(zone));
  const [closedReason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(changeEpisode, {
    refresh: [readPatient, listPatients],
    onDone: () => {
      announce('The episode of care has ended.');
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (closedOn && closedReason.trim()) command.run({ params: { episodeId: episode.id }, body: { closedOn, closedReason } });
  };
  return (
    <Modal opened onClose={onClose} title="End this episode of care?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form noValidate onSubmit={send} className={classes.edit}>
        <TextInput
          type="date"
          label="Last day"
          value={closedOn}
          onChange={(event) => setClosedOn(event.currentTarget.value)}
          error={tried && !closedOn && 'Choose a day.'}
        />
        <TextInput
          label="Reason"
          data-autofocus
          maxLength={300}
          value={closedReason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !closedReason.trim() && 'Please write why.'}
        />
        <ErrorNote error={command.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" color="red" loading={command.running}>
            End it
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
