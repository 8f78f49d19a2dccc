import { Button, TextInput } from '@mantine/core';
import { IconLeaf } from '@tabler/icons-react';
import type { MinuteInView } from '@rejoin/shared';
import { type FormEvent, useEffect, useState } from 'react';
import { announce } from '../../../lib/announce';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { sinceWords } from './countdown';
import { answerTo, knockOf } from './knock';
import classes from './Pauses.module.css';

const proposed = 'Are you all right? You do not need to come back yet.';
const answerWords = { ok: 'says: I’m OK', come: 'asks you to come', later: 'needs a bit more time' };

/** For staff: who needs a minute, since when, and a knock by words. */
export function MinuteCards() {
  const { view } = useRoom();
  const resting = Object.entries(view.people).flatMap(([seatId, { name, minute }]) => (minute ? [{ seatId, name, minute }] : []));
  return resting.map((one) => <MinuteCard key={one.seatId} {...one} />);
}

interface Props {
  seatId: string;
  name: string;
  minute: MinuteInView;
}

function MinuteCard({ seatId, name, minute }: Props) {
  const { view } = useRoom();
  const now = useNow(10_000);
  const [writing, setWriting] = useState(false);
  const knock = knockOf(view, seatId, minute);
  const answer = answerTo(knock, minute);
  const state = answer ? answerWords[answer] : knock ? 'was asked how they are' : '';
  useEffect(() => announce(`${name} needs a minute.`), [name]);
  useEffect(() => {
    if (answer) announce(`${name} ${answerWords[answer]}.`);
  }, [name, answer]);
  return (
    <section className={classes.card} aria-label={`${name} needs a minute`} data-asks={answer === 'come' || undefined}>
      <IconLeaf size={22} stroke={1.75} aria-hidden />
      <p>
        <strong>{name} needs a minute,</strong> {sinceWords(minute.since, now)}
        {state && ` · ${state}`}
      </p>
      {writing ? (
        <KnockForm seatId={seatId} name={name} onDone={() => setWriting(false)} />
      ) : (
        <div className={classes.buttons}>
          <Button size="sm" variant="default" aria-label={`Knock: write to ${name}`} onClick={() => setWriting(true)}>
            Knock
          </Button>
        </div>
      )}
    </section>
  );
}

function KnockForm({ seatId, name, onDone }: { seatId: string; name: string; onDone: () => void }) {
  const { commands } = useRoom();
  const [body, setBody] = useState(proposed);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() === '') return;
    commands.run({ type: 'message.say', threadId: seatId, textId: crypto.randomUUID(), body: body.trim() });
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        aria-label={`To ${name}`}
        value={body}
        maxLength={300}
        autoFocus
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Button size="sm" type="submit" disabled={body.trim() === ''}>
        Send
      </Button>
      <Button size="sm" variant="subtle" onClick={onDone}>
        Not now
      </Button>
    </form>
  );
}
