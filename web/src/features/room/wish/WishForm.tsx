import { Button } from '@mantine/core';
import { plainWish, readLastWish, type RoomCommand, type Wish, type WishInView, wishedCameras, wishedVoices } from '@rejoin/shared';
import { type FormEvent, useId, useState } from 'react';
import { useCall } from '../../../lib/query';
import { wishWords } from '../../../lib/wishWords';
import { Loading } from '../../../ui/Loading';
import { useRoom } from '../state/roomContext';
import classes from './Wish.module.css';

type Wishing = Extract<RoomCommand, { type: 'wish' }>;

function commandOf({ line, ...wish }: WishInView): Wishing {
  const body = line?.trim();
  return { type: 'wish', ...wish, ...(body ? { line: { textId: crypto.randomUUID(), body } } : {}) };
}

/** How I want to take part today; at first what I said the last time. */
export function WishForm({ onDone }: { onDone: () => void }) {
  const { sessionId, view } = useRoom();
  const { wish } = view.me;
  const last = useCall(readLastWish, { params: { sessionId } }, { enabled: !wish, staleMs: Infinity });
  if (!wish && last.isPending) return <Loading />;
  const proposed: WishInView = wish ?? last.data?.wish ?? plainWish;
  return <Fields first={proposed} isProposal={!wish && Boolean(last.data?.wish)} onDone={onDone} />;
}

interface FieldsProps {
  first: WishInView;
  isProposal: boolean;
  onDone: () => void;
}

function Fields({ first, isProposal, onDone }: FieldsProps) {
  const { commands, media } = useRoom();
  const [wish, setWish] = useState<WishInView>(first);
  const change = (part: Partial<WishInView>) => setWish((before) => ({ ...before, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (wish.camera === 'off') media.set('camera', false);
    if (wish.voice !== 'speak') media.set('microphone', false);
    commands.run(commandOf(wish));
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <p className={classes.quiet}>
        {wishWords.lead} {isProposal && `${wishWords.same}:`}
      </p>
      <Choice
        legend={wishWords.camera.label}
        all={wishedCameras}
        words={wishWords.camera}
        value={wish.camera}
        onChange={(camera) => change({ camera })}
      />
      <Choice
        legend={wishWords.voice.label}
        all={wishedVoices}
        words={wishWords.voice}
        value={wish.voice}
        onChange={(voice) => change({ voice })}
      />
      <label className={classes.option}>
        <input type="checkbox" checked={wish.dontCall} onChange={(event) => change({ dontCall: event.currentTarget.checked })} />
        <span>{wishWords.dontCall}</span>
      </label>
      <Line value={wish.line ?? ''} onChange={(line) => change({ line })} />
      <Button type="submit" size="md" loading={commands.isRunning({ type: 'wish', ...plainWish })}>
        {wishWords.save}
      </Button>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  all: readonly T[];
  words: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends Wish['camera'] | Wish['voice']>({ legend, all, words, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each} className={classes.option}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          <span>{words[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Line({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className={classes.line}>
      <label htmlFor={id}>{wishWords.line}</label>
      <p id={`${id}-hint`} className={classes.quiet}>
        {wishWords.lineHint}
      </p>
      <input
        id={id}
        type="text"
        maxLength={120}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
