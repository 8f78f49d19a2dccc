import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { checkInWords as words } from '../../../lib/pauseWords';
import classes from './CheckIn.module.css';
import { keyed, valueOf } from './checkIns';
import type { FieldProps } from './field';

/** A number from 0 to 100, by touch, by arrows or typed. Nothing is chosen before the person chooses. */
export function NumberField({ mine, onAnswer }: FieldProps) {
  const [typed, setTyped] = useState(mine?.value === undefined ? '' : String(mine.value));
  const value = valueOf(typed);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (value !== undefined) onAnswer(value);
  };
  const press = (event: KeyboardEvent) => {
    const next = keyed(event.key, value);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setTyped(String(next));
  };
  return (
    <form className={classes.number} onSubmit={send}>
      <div className={classes.scale}>
        <span aria-hidden>0</span>
        <input
          type="range"
          min={0}
          max={100}
          value={value ?? 50}
          aria-label={words.number}
          aria-valuetext={value === undefined ? words.notChosen : String(value)}
          data-unset={value === undefined || undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onPointerUp={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={press}
        />
        <span aria-hidden>100</span>
      </div>
      <TextInput
        className={classes.typed}
        aria-label={words.number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        placeholder="–"
        value={typed}
        error={typed !== '' && value === undefined ? words.number : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={value === undefined}>
        {words.send}
      </Button>
    </form>
  );
}
