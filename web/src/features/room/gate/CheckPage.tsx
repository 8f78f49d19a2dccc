import { Button, Switch } from '@mantine/core';
import { type Gate, type GateAnswer, type OwnPlace } from '@rejoin/shared';
import { type ReactNode, useState } from 'react';
import { gateWords, overheardWords, placeKindWords } from '../../../lib/patientWords';
import { stateName } from '../../../lib/states';
import frame from '../screens/Frame.module.css';
import { CheckLink } from '../check/CheckLink';
import { WishPart } from '../wish/WishPart';
import { useRoom } from '../state/roomContext';
import classes from './Gate.module.css';
import { isFirstTime, knownOf, stillRight } from './steps';
import type { UsedGate } from './useGate';

interface Props {
  data: Gate;
  used: UsedGate;
  onEdit: (line: 'place' | 'overheard' | 'number') => void;
  /** Everything is kept: the way in, or nothing left to press. */
  done: 'goIn' | 'kept' | null;
}

/** What was said the last time, line by line, and one press that says it is still so. */
export function CheckPage({ data, used, onEdit, done }: Props) {
  const { place, overheard, overheardBy, number } = knownOf(data);
  const isFirst = isFirstTime(data);
  const send = (answer: GateAnswer) => void used.answer(answer);
  return (
    <>
      <p className={frame.lead}>{gateWords.lead}</p>
      <dl className={classes.lines}>
        <Line label={gateWords.lines.place} onChange={() => onEdit('place')}>
          {place && <PlaceLine place={place} hidden={data.hideAddress} />}
        </Line>
        <Line label={gateWords.lines.overheard} onChange={() => onEdit('overheard')}>
          {overheard && overheardWords[overheard]}
          {overheardBy && `: ${overheardBy}`}
        </Line>
        <Line label={gateWords.lines.number} onChange={() => onEdit('number')}>
          {number}
        </Line>
        <Line label={gateWords.lines.driving} change={gateWords.amDriving} onChange={() => send({ driving: true })}>
          {gateWords.notDriving}
        </Line>
      </dl>
      <div className={frame.buttons}>
        {done === 'kept' && <p role="status">{gateWords.kept}</p>}
        {done === 'goIn' && <GoIn />}
        {done === null && (
          <Button size="lg" loading={used.running} onClick={() => send(stillRight(data))}>
            {isFirst ? gateWords.isRight : gateWords.stillRight}
          </Button>
        )}
      </div>
      <WishPart />
      <CheckLink />
      <Switch label={gateWords.hide} checked={data.hideAddress} onChange={(event) => send({ hideAddress: event.currentTarget.checked })} />
    </>
  );
}

/** On the way in; where that was refused, it can be tried again. */
function GoIn() {
  const { device, commands } = useRoom();
  const arrive = { type: 'arrive', device, stayHere: false } as const;
  return (
    <Button size="lg" loading={commands.isRunning(arrive)} onClick={() => commands.run(arrive)}>
      {gateWords.goIn}
    </Button>
  );
}

function Line({
  label,
  change = gateWords.change,
  onChange,
  children,
}: {
  label: string;
  change?: string;
  onChange: () => void;
  children: ReactNode;
}) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className={classes.end}>
        <Button variant="subtle" size="sm" onClick={onChange} aria-label={change === gateWords.change ? `${change}: ${label}` : change}>
          {change}
        </Button>
      </dd>
    </div>
  );
}

/** Somebody may look over one's shoulder. */
function PlaceLine({ place, hidden }: { place: OwnPlace; hidden: boolean }) {
  const [shown, setShown] = useState(false);
  const kind = placeKindWords[place.kind];
  if (!hidden || shown) return `${kind}: ${place.address}, ${stateName(place.state)}`;
  return (
    <>
      {kind}, {stateName(place.state)} ·{' '}
      <button type="button" className={classes.show} onClick={() => setShown(true)}>
        {gateWords.show}
      </button>
    </>
  );
}
