import { Button, Switch } from '@mantine/core';
import { IconHandOff } from '@tabler/icons-react';
import { nth } from '../../../lib/talkWords';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { RoundControls } from './RoundControls';
import classes from './Talk.module.css';
import { spokeWords, useTalkSeconds } from './talkTime';
import { handsOf } from './turns';

/** For staff: hands, the round, one voice at a time, and who has not spoken yet. */
export function TalkPanel() {
  return (
    <div className={classes.parts}>
      <Hands />
      <RoundControls />
      <OneVoice />
      <Spoken />
    </div>
  );
}

function minutes(at: string | undefined, now: number): string {
  const count = at ? Math.floor((now - Date.parse(at)) / 60_000) : 0;
  return count < 1 ? 'just now' : `for ${count} min`;
}

function Hands() {
  const { view, commands } = useRoom();
  const now = useNow(10_000);
  const hands = handsOf(view);
  return (
    <section aria-label="Raised hands">
      <h3 className={classes.title}>Raised hands</h3>
      {hands.length === 0 && <p className={classes.empty}>No hand is up.</p>}
      <ol className={classes.list}>
        {hands.map(({ seatId, name, place, at }) => (
          <li key={seatId} className={classes.row} data-now={place === 0 || undefined}>
            <span className={classes.number}>{place > 0 && nth(place)}</span>
            <span className={classes.who}>
              <span className={classes.name}>{name}</span>
              <span className={classes.detail}>{place === 0 ? 'has the turn' : minutes(at, now)}</span>
            </span>
            {place > 0 && (
              <Button size="sm" variant="light" onClick={() => commands.run({ type: 'hand.call', seatId })}>
                Give the turn
              </Button>
            )}
            <Button
              size="sm"
              px="xs"
              variant="default"
              aria-label={place === 0 ? `${name}: turn is over` : `Lower the hand of ${name}`}
              onClick={() => commands.run({ type: 'hand.lower', seatId })}
            >
              {place === 0 ? 'Done' : <IconHandOff size={18} aria-hidden />}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A round that is being put together asks for it itself. */
function OneVoice() {
  const { view, commands } = useRoom();
  const { oneVoice, round } = view.talk;
  if (round?.prepared) return null;
  return (
    <section aria-label="One voice at a time">
      <Switch
        label="One voice at a time"
        description="Only staff and whose turn it is are heard. Afterwards each turns their own microphone on again."
        checked={oneVoice}
        onChange={({ currentTarget }) => commands.run({ type: 'voice.one', on: currentTarget.checked })}
      />
    </section>
  );
}

function Spoken() {
  const { view } = useRoom();
  const seconds = useTalkSeconds();
  const people = Object.entries(view.people)
    .filter(([, { place, staff, capacity }]) => place === 'main' && !staff && capacity !== 'observer')
    .map(([seatId, { name }]) => ({ seatId, name, spoke: seconds[seatId] ?? 0 }))
    .sort((a, b) => a.spoke - b.spoke || a.name.localeCompare(b.name));
  return (
    <section aria-label="Who has spoken">
      <h3 className={classes.title}>Who has spoken</h3>
      {people.length === 0 && <p className={classes.empty}>Nobody else is in the room.</p>}
      <ul className={classes.list}>
        {people.map(({ seatId, name, spoke }) => (
          <li key={seatId} className={classes.row}>
            <span className={classes.who}>
              <span className={classes.name}>{name}</span>
            </span>
            <span className={classes.detail}>{spokeWords(spoke)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.detail}>Only staff see this.</p>
    </section>
  );
}
