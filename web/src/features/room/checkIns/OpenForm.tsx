import { Button, SegmentedControl, Switch, Textarea } from '@mantine/core';
import { answersForPicture, type CheckInKind, checkInKinds, questionLength } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useRoom } from '../state/roomContext';
import classes from './CheckIn.module.css';
import { questions } from './questions';

const kindOf = (value: string): CheckInKind => checkInKinds.find((kind) => kind === value) ?? 'number';

export function OpenForm() {
  const { view, commands } = useRoom();
  const [kind, setKind] = useState<CheckInKind>('number');
  const [question, setQuestion] = useState(questions.number.question);
  const [picture, setPicture] = useState(false);
  const choose = (next: CheckInKind) => {
    if (question === questions[kind].question) setQuestion(questions[next].question);
    setKind(next);
  };
  const open = (event: FormEvent) => {
    event.preventDefault();
    const ids = { checkInId: crypto.randomUUID(), textId: crypto.randomUUID() };
    commands.run({ type: 'checkIn.open', ...ids, kind, picture, body: question.trim() });
  };
  return (
    <form className={classes.open} onSubmit={open}>
      <SegmentedControl
        aria-label="Kind of answer"
        fullWidth
        size="md"
        value={kind}
        data={checkInKinds.map((value) => ({ value, label: questions[value].label }))}
        onChange={(value) => choose(kindOf(value))}
      />
      <Textarea
        label="Question"
        autosize
        minRows={2}
        maxLength={questionLength}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Switch
        label="May be shown to the group as a picture"
        description={`Without names, once, after closing, from ${answersForPicture} answers on. People read this before they answer.`}
        checked={picture}
        onChange={(event) => setPicture(event.currentTarget.checked)}
      />
      <Button type="submit" disabled={question.trim() === '' || view.me.place !== 'main'}>
        Ask everyone
      </Button>
      <ErrorNote error={commands.error} />
    </form>
  );
}
