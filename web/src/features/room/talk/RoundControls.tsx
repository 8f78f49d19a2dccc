import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import type { RoundKind, RoundOrder } from '@rejoin/shared';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { nth } from '../../../lib/talkWords';
import { useRoom } from '../state/roomContext';
import { type InLine, lineOf, movedBefore, type OutOfLine, outOfLine } from './line';
import classes from './Talk.module.css';

const kinds: { value: RoundKind; label: string }[] = [
  { value: 'checkIn', label: 'Check-in round' },
  { value: 'free', label: 'Talking round' },
];

const orders: { value: RoundOrder; label: string }[] = [
  { value: 'shuffled', label: 'In any order' },
  { value: 'name', label: 'By name' },
  { value: 'leastHeard', label: 'Who has said least first' },
];

/** For staff: put a round together, run it, come back to somebody. */
export function RoundControls() {
  const { view } = useRoom();
  const { round } = view.talk;
  return (
    <section aria-label="Round">
      <h3 className={classes.title}>{round ? (kinds.find(({ value }) => value === round.kind)?.label ?? 'Round') : 'Round'}</h3>
      {round ? (
        <>
          <Line />
          <Others />
          {round.prepared ? <StartForm /> : <RunningActions />}
        </>
      ) : (
        <PrepareForm />
      )}
    </section>
  );
}

function PrepareForm() {
  const { commands } = useRoom();
  const [kind, setKind] = useState<RoundKind>('checkIn');
  const [by, setBy] = useState<RoundOrder>('shuffled');
  const pick = <T extends string>(all: readonly { value: T }[], value: string) => all.find((one) => one.value === value)?.value;
  return (
    <div className={classes.form}>
      <NativeSelect
        label="Kind"
        data={kinds}
        value={kind}
        onChange={({ currentTarget }) => setKind(pick(kinds, currentTarget.value) ?? kind)}
      />
      <NativeSelect
        label="Order"
        data={orders}
        value={by}
        onChange={({ currentTarget }) => setBy(pick(orders, currentTarget.value) ?? by)}
      />
      <Button variant="light" onClick={() => commands.run({ type: 'round.prepare', kind, by })}>
        Prepare the round
      </Button>
    </div>
  );
}

function Line() {
  const { view } = useRoom();
  const line = lineOf(view);
  if (line.length === 0)
    return <p className={classes.empty}>{view.talk.round?.prepared ? 'Nobody is in line.' : 'Everyone had a turn.'}</p>;
  return (
    <ol className={classes.list}>
      {line.map((person, index) => (
        <LineRow key={person.seatId} person={person} line={line} index={index} />
      ))}
    </ol>
  );
}

function LineRow({ person: { seatId, name, place }, line, index }: { person: InLine; line: readonly InLine[]; index: number }) {
  const { commands } = useRoom();
  const hasTurn = place === 0;
  const first = line[0]?.place === 0 ? 1 : 0;
  const move = (by: -1 | 1) => commands.run({ type: 'round.put', seatId, before: movedBefore(line, index, by) });
  return (
    <li className={classes.row} data-now={hasTurn || undefined}>
      <span className={classes.number}>{hasTurn ? '' : nth(place)}</span>
      <span className={classes.who}>
        <span className={classes.name}>{name}</span>
        {hasTurn && <span className={classes.detail}>has the turn</span>}
      </span>
      {hasTurn ? (
        <Button size="sm" onClick={() => commands.run({ type: 'turn.done', seatId })}>
          Done
        </Button>
      ) : (
        <>
          <Small label={`Move ${name} up`} icon={IconArrowUp} disabled={index <= first} onClick={() => move(-1)} />
          <Small label={`Move ${name} down`} icon={IconArrowDown} disabled={index === line.length - 1} onClick={() => move(1)} />
        </>
      )}
      <Small label={`Skip ${name}`} icon={IconX} onClick={() => commands.run({ type: 'round.skip', seatId })} />
    </li>
  );
}

interface SmallProps {
  label: string;
  icon: typeof IconX;
  disabled?: boolean;
  onClick: () => void;
}

function Small({ label, icon: IconPart, disabled, onClick }: SmallProps) {
  return (
    <ActionIcon size={44} variant="subtle" className={classes.small} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <IconPart size={20} aria-hidden />
    </ActionIcon>
  );
}

const whys: Record<OutOfLine['why'], string> = {
  done: 'had a turn',
  passed: 'passed',
  skipped: 'skipped',
  away: 'away; comes last when back',
  leftOut: 'not in this round',
};

/** Who is not in line: staff can take them in, or come back to them at the end. */
function Others() {
  const { view, commands } = useRoom();
  const others = outOfLine(view);
  if (others.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Not in line">
      {others.map(({ seatId, name, why }) => (
        <li key={seatId} className={classes.row}>
          <span className={classes.number} />
          <span className={classes.who}>
            <span className={classes.name}>{name}</span>
            <span className={classes.detail}>
              {whys[why]}
              {why === 'leftOut' && view.people[seatId]?.wish?.dontCall && ': asked not to be called on today'}
            </span>
          </span>
          {why !== 'away' && (
            <Button size="sm" variant="default" onClick={() => commands.run({ type: 'round.put', seatId })}>
              {why === 'leftOut' || why === 'skipped' ? 'Take in' : `Back to ${name}`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function StartForm() {
  const { commands } = useRoom();
  const [oneVoice, setOneVoice] = useState(false);
  return (
    <>
      <Checkbox
        mt="sm"
        label="One voice at a time"
        checked={oneVoice}
        onChange={({ currentTarget }) => setOneVoice(currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button onClick={() => commands.run({ type: 'round.start', oneVoice })}>Start the round</Button>
        <Button variant="default" onClick={() => commands.run({ type: 'round.end' })}>
          Not now
        </Button>
      </div>
      <p className={classes.detail}>Nobody else sees it before it starts.</p>
    </>
  );
}

function RunningActions() {
  const { commands } = useRoom();
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={() => commands.run({ type: 'round.end' })}>
        End the round
      </Button>
    </div>
  );
}
