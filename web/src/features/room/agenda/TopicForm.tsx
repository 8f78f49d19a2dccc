import { Button, TextInput } from '@mantine/core';
import { topicLength } from '@rejoin/shared';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRoom } from '../state/roomContext';
import classes from './Agenda.module.css';
import type { AgendaPart } from './changes';

/** One line that says what a part is about; everyone in the room reads it. */
export function TopicForm({ part, onClose }: { part: AgendaPart; onClose: () => void }) {
  const { commands } = useRoom();
  const [topic, setTopic] = useState(part.topic);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = topic.trim();
    if (body !== '' && body !== part.topic) commands.run({ type: 'nameBlock', blockId: part.blockId, textId: crypto.randomUUID(), body });
    onClose();
  };
  return (
    <form className={classes.topic} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <TextInput
        ref={field}
        label="Topic"
        description="Everyone in the room reads it."
        maxLength={topicLength}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button type="submit">Save</Button>
      </div>
    </form>
  );
}
