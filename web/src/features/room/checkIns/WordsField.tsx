import { Button, TextInput } from '@mantine/core';
import { wordsLength } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { checkInWords as words } from '../../../lib/pauseWords';
import classes from './CheckIn.module.css';
import type { FieldProps } from './field';

export function WordsField({ mine, onAnswer }: FieldProps) {
  const [said, setSaid] = useState(mine?.body ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim() !== '') onAnswer(said.trim());
  };
  return (
    <form className={classes.number} onSubmit={send}>
      <TextInput
        className={classes.said}
        aria-label={words.words}
        autoComplete="off"
        maxLength={wordsLength}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      <Button type="submit" disabled={said.trim() === ''}>
        {words.send}
      </Button>
    </form>
  );
}
