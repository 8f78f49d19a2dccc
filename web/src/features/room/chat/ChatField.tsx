import { ActionIcon, Textarea } from '@mantine/core';
import { chatLength } from '@rejoin/shared';
import { IconSend2 } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useRoom } from '../state/roomContext';
import { keep, recall } from '../state/roomStorage';
import classes from './Chat.module.css';
import { lengthHint } from './lengthHint';

interface Props {
  onSay: (body: string) => void;
  /** Under this name what is typed survives a reload of this tab. */
  name: string;
  label: string;
  placeholder: string;
  takesFocus?: boolean;
}

function useDraft(key: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => recall(key) ?? '');
  const change = (text: string) => {
    setDraft(text);
    keep(key, text === '' ? null : text);
  };
  return [draft, change];
}

export function ChatField({ onSay, name, label, placeholder, takesFocus }: Props) {
  const { sessionId } = useRoom();
  const [draft, setDraft] = useDraft(`${name}-draft:${sessionId}`);
  const hint = lengthHint(draft);
  const cannotSend = draft.trim() === '' || draft.trim().length > chatLength;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (cannotSend) return;
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
        aria-label={label}
        placeholder={placeholder}
        minRows={1}
        maxRows={5}
        value={draft}
        error={hint?.tooLong ? hint.text : undefined}
        description={hint && !hint.tooLong ? hint.text : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoFocus={takesFocus}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={press}
      />
      <ActionIcon type="submit" size={44} radius="md" aria-label="Send" disabled={cannotSend}>
        <IconSend2 size={22} aria-hidden />
      </ActionIcon>
    </form>
  );
}
