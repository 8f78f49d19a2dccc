import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { PersonInView } from '@rejoin/shared';
import { useEffect, useRef } from 'react';
import { PersonChip } from '../../../ui/PersonChip';
import { useViewerZone } from '../../../ui/viewerZone';
import { Thread } from '../messages/Thread';
import { SensoryNote } from '../sound/SensoryNote';
import { placeWords } from '../state/doorWords';
import { useRoom } from '../state/roomContext';
import { seatName } from '../state/words';
import { BeforeChips } from '../wish/BeforeChips';
import classes from './Acts.module.css';
import { actLine } from './actWords';
import { PersonVolume } from './PersonVolume';
import { PersonButtons } from './PersonButtons';
import { openPerson } from './staffActs';

/** All about one person, for staff: how they are here today, words with them, and what can be done. */
export function PersonPanel({ seatId }: { seatId: string }) {
  const { view } = useRoom();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus({ preventScroll: true }), [seatId]);
  const person = view.people[seatId];
  if (!person) return null;
  const detail = [person.pronouns, seatName(person.capacity), person.online || person.place !== 'main' ? '' : 'connecting again'];
  return (
    <div className={classes.person}>
      <div>
        <Button
          ref={back}
          variant="subtle"
          size="compact-md"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => openPerson(null)}
        >
          Everyone
        </Button>
      </div>
      <PersonChip name={person.name} size="lg" detail={detail.filter(Boolean).join(' · ')} />
      <SensoryNote sensory={person.sensory} hushed={person.hushed} />
      <BeforeChips person={person} />
      <Facts seatId={seatId} person={person} />
      {person.act && <LastAct act={person.act} />}
      <PersonButtons seatId={seatId} person={person} />
      {person.place === 'main' && <PersonVolume seatId={seatId} name={person.name} />}
      {!person.staff && person.place !== 'outside' && (
        <section>
          <h3>Messages</h3>
          <Thread threadId={seatId} empty="Nothing written yet." />
        </section>
      )}
    </div>
  );
}

function Facts({ seatId, person: { gate, minute } }: { seatId: string; person: PersonInView }) {
  const hand = useRoom().view.talk.hands[seatId];
  const place = gate?.placeKind && placeWords[gate.placeKind];
  const up = hand && (hand.place === 0 ? 'Called on' : `Hand is up, number ${hand.place} in line`);
  const facts = [minute && 'Takes a minute for themselves', up, place, gate?.someoneNear && 'Someone is near'].filter(
    (fact): fact is string => Boolean(fact),
  );
  if (facts.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** What was done last, so that the others who lead know it too. */
function LastAct({ act }: { act: NonNullable<PersonInView['act']> }) {
  const zone = useViewerZone();
  return (
    <div className={classes.act}>
      <p>{actLine(act, zone)}</p>
      {act.body && <p>“{act.body}”</p>}
    </div>
  );
}
