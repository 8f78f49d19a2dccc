import { IconEar, IconHome, IconHomeHand, IconMapPin } from '@tabler/icons-react';
import type { PersonInView } from '@rejoin/shared';
import { PersonChip } from '../../../ui/PersonChip';
import { Thread } from '../messages/Thread';
import type { Listed } from '../panels/listed';
import { gateWords, leavingWords, placeWords, reasonForStaff } from '../state/doorWords';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { SensoryNote } from '../sound/SensoryNote';
import { seatName } from '../state/words';
import { BeforeChips } from '../wish/BeforeChips';
import classes from './Expected.module.css';
import { LeavingCare } from './LeavingCare';
import { needsStaff } from './roster';
import { RowActions } from './RowActions';

interface Props {
  person: Listed;
  /** For how long they have spoken, where staff asked for it. */
  spoken: string;
  isWriting: boolean;
  onMessage: () => void;
  onOut: () => void;
}

function minutesSince(since: string | undefined, now: number): string {
  const minutes = since ? Math.floor((now - Date.parse(since)) / 60_000) : 0;
  return minutes < 1 ? '' : ` ${minutes} min`;
}

function atGate(person: PersonInView, now: number): string {
  const { gate } = person;
  if (!gate) return 'not here yet';
  const began = gate.step !== 'notBegun' && gate.step !== 'done';
  return `${gateWords(gate)}${began ? minutesSince(gate.since, now) : ''}`;
}

function out({ mayReturn, reason }: PersonInView): string {
  const what = reason ? `not let in: ${reasonForStaff[reason]}` : 'sent out';
  return `${what}. ${mayReturn ? 'May come back today' : 'May not come back today'}`;
}

/** Where a person is, in a few words. */
function stateWords(person: PersonInView, now: number): string {
  switch (person.place) {
    case 'outside':
      return atGate(person, now);
    case 'waiting': {
      if (person.gate?.refusal) return gateWords(person.gate);
      return person.online ? `waits${minutesSince(person.since, now)}` : 'waits, connection lost';
    }
    case 'main':
      return person.online ? '' : 'connecting again';
    case 'left':
      return person.gate && person.gate.step !== 'done' ? `has left; ${gateWords(person.gate)}` : 'has left';
    case 'removed':
      return out(person);
  }
}

export function ExpectedRow({ person, spoken, isWriting, onMessage, onOut }: Props) {
  const { view } = useRoom();
  const now = useNow(10_000);
  const isMe = person.seatId === view.me.seatId;
  const said = person.leaving && !needsStaff(person) ? leavingWords[person.leaving.answer] : '';
  const detail = [person.pronouns, seatName(person.capacity), stateWords(person, now), person.place === 'main' ? spoken : '', said]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={classes.row} data-seat={person.seatId} data-refused={person.gate?.refusal ? true : undefined} tabIndex={0}>
      <div className={classes.head}>
        <PersonChip name={isMe ? `${person.name} (you)` : person.name} detail={detail} />
        <Marks gate={person.gate} />
      </div>
      <SensoryNote sensory={person.sensory} hushed={person.hushed} />
      {person.place !== 'left' && person.place !== 'removed' && <BeforeChips person={person} isInRow />}
      {needsStaff(person) && <LeavingCare person={person} />}
      {!isMe && <RowActions person={person} isWriting={isWriting} onMessage={onMessage} onOut={onOut} />}
      {isWriting && (
        <div className={classes.thread}>
          <Thread threadId={person.seatId} takesFocus />
        </div>
      )}
    </li>
  );
}

const placeIcons = { home: IconHome, transitional: IconHomeHand, other: IconMapPin };

/** Where the person is and whether somebody is near: small, for who looks for it. */
function Marks({ gate }: { gate: PersonInView['gate'] }) {
  if (!gate?.placeKind && !gate?.someoneNear) return null;
  const Place = gate.placeKind && placeIcons[gate.placeKind];
  return (
    <span className={classes.marks}>
      {gate.placeKind && Place && (
        <span role="img" aria-label={placeWords[gate.placeKind]} title={placeWords[gate.placeKind]}>
          <Place size={18} stroke={1.75} aria-hidden />
        </span>
      )}
      {gate.someoneNear && (
        <span role="img" aria-label="Someone is near" title="Someone is near">
          <IconEar size={18} stroke={1.75} aria-hidden />
        </span>
      )}
    </span>
  );
}
