import { ActionIcon, Textarea } from '@mantine/core';
import { chatLength } from '@rejoin/shared';
import { IconSend2 } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useRoom } from '../state/roomContext';
import { keep, recall } from '../state/roomStorage';
import classes from './Chat.module.css';

interface Props {
  onSay: (body: string) => void;
  isFirst: boolean;
}

/** What is typed survives a reload of this tab. */
function useDraft(sessionId: string): [string, (text: string) => void] {
  const key = `chat-draft:${sessionId}`;
  const [draft, setDraft] = useState(() => recall(key) ?? '');
  const change = (text: string) => {
    setDraft(text);
    keep(key, text === '' ? null : text);
  };
  return [draft, change];
}

export function ChatField({ onSay, isFirst }: Props) {
  const { sessionId } = useRoom();
  const [draft, setDraft] = useDraft(sessionId);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (draft.trim() === '') return;
    onSay(draft.trim());
    setDraft('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className={classes.field} onSubmit={send}>
      <Textarea
        className={classes.input}
        aria-label="Message to everyone in this room"
        placeholder={isFirst ? 'Say hello' : 'Write a message'}
        minRows={1}
        maxRows={5}
        maxLength={chatLength}
        value={draft}
        autoFocus
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={press}
      />
      <ActionIcon type="submit" size={44} radius="md" aria-label="Send" disabled={draft.trim() === ''}>
        <IconSend2 size={22} aria-hidden />
      </ActionIcon>
    </form>
  );
}
