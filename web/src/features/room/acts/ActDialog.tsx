import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { sentenceLength, type RoomCommand, type Sentence } from '@rejoin/shared';
import { useState } from 'react';
import { useRoom } from '../state/roomContext';
import { actWords } from './actWords';
import { askNothing, useStaffActs, type StaffAct } from './staffActs';

interface Props {
  seatId: string;
  act: StaffAct;
  name: string;
}

/** Every act on a person comes with words to that person. */
export function ActDialog() {
  const { view } = useRoom();
  const { asked } = useStaffActs();
  const person = asked && view.people[asked.seatId];
  if (!asked || person?.place !== 'main') return null;
  return <Ask key={`${asked.seatId} ${asked.act}`} {...asked} name={person.name} />;
}

function Ask({ seatId, act, name }: Props) {
  const { commands } = useRoom();
  const { title, text, sentence } = actWords[act];
  const [written, setWritten] = useState(sentence);
  const run = (commandWith: (sentence: Sentence | undefined) => RoomCommand) => {
    const body = written.trim();
    commands.run(commandWith(body === '' ? undefined : { textId: crypto.randomUUID(), body }));
    askNothing();
  };
  return (
    <Modal opened onClose={askNothing} title={title(name)} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <p>{text}</p>
        <Textarea
          label={`${name} reads`}
          description="Change it as you like. Only they and the staff of this session read it."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={sentenceLength}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        {act === 'remove' ? (
          <RemoveButtons onRemove={(mayReturn) => run((sentence) => ({ type: 'remove', seatId, mayReturn, sentence }))} />
        ) : (
          <Buttons
            confirm={act === 'putBack' ? 'Put back' : 'Turn it off'}
            onConfirm={() =>
              run((sentence) => (act === 'putBack' ? { type: act, seatId, sentence } : { type: 'stopGear', seatId, kind: act, sentence }))
            }
          />
        )}
      </Stack>
    </Modal>
  );
}

function Buttons({ confirm, onConfirm }: { confirm: string; onConfirm: () => void }) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={askNothing}>
        Go back
      </Button>
      <Button data-autofocus onClick={onConfirm}>
        {confirm}
      </Button>
    </Group>
  );
}

function RemoveButtons({ onRemove }: { onRemove: (mayReturn: boolean) => void }) {
  return (
    <Stack gap="sm">
      <Button variant="default" onClick={() => onRemove(true)}>
        Remove, may come back today
      </Button>
      <Button color="red" onClick={() => onRemove(false)}>
        Remove for the whole session
      </Button>
      <Group justify="center">
        <Button variant="subtle" data-autofocus onClick={askNothing}>
          Go back
        </Button>
      </Group>
    </Stack>
  );
}
