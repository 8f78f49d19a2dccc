import { Button, NativeSelect, TextInput } from '@mantine/core';
import { changeEpisode, type Episode, listPatients, readPatient } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { dateName, todayIn } from '../../lib/days';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { choicesOf, levelWords } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './People.module.css';

export function LevelSteps({ episode, changeable }: { episode: Episode; changeable: boolean }) {
  const { zone } = useMe();
  const today = todayIn(zone);
  const steps = [...episode.steps].sort((a, b) => b.from.localeCompare(a.from));
  const current = episode.closedOn ? undefined : steps.find((step) => step.from <= today);
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Level of care</h3>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.id} className={classes.item} data-past={step !== current || undefined}>
            <span>
              <strong>{levelWords[step.level]}</strong>
              <span className={classes.quiet}>From {dateName(step.from)}</span>
            </span>
            {step === current && <StatusBadge tone="active">Now</StatusBadge>}
          </li>
        ))}
      </ol>
      {changeable && <AddStep episode={episode} today={today} />}
    </div>
  );
}

function AddStep({ episode, today }: { episode: Episode; today: string }) {
  const [level, setLevel] = useState('outpatient');
  const [from, setFrom] = useState(today);
  const [id, setId] = useState(() => crypto.randomUUID());
  const command = useCommand(changeEpisode, {
    refresh: [readPatient, listPatients],
    onDone: () => {
      announce('The step is added.');
      setId(crypto.randomUUID());
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = choicesOf(levelWords).find(({ value }) => value === level);
    if (chosen && from) command.run({ params: { episodeId: episode.id }, body: { addStep: { id, level: chosen.value, from } } });
  };
  return (
    <>
      <form className={classes.add} onSubmit={send}>
        <NativeSelect
          label="Next step"
          data={choicesOf(levelWords)}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="From"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={command.error?.fields['addStep.from']}
        />
        <Button type="submit" variant="default" loading={command.running} disabled={!from}>
          Add step
        </Button>
      </form>
      <ErrorNote error={command.error} />
    </>
  );
}
