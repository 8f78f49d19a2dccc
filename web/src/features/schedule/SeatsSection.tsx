import { Button } from '@mantine/core';
import type { Seat, Session } from '@rejoin/shared';
import { useState } from 'react';
import { useMe } from '../../lib/me';
import { formatInstant } from '../../lib/time';
import { capacityWords, counted } from '../../lib/words';
import { PersonChip } from '../../ui/PersonChip';
import { Section } from '../../ui/Section';
import { AddSeatForm } from './AddSeatForm';
import { EndSeatDialog } from './EndSeatDialog';
import classes from './SessionPage.module.css';

const groups: { title: string; capacities: Seat['capacity'][] }[] = [
  { title: 'Leads', capacities: ['lead', 'coLead'] },
  { title: 'Patients', capacities: ['patient', 'coFacilitator'] },
  { title: 'Others', capacities: ['observer', 'family', 'guest'] },
];

export function SeatsSection({ session, changeable }: { session: Session; changeable: boolean }) {
  const [ending, setEnding] = useState<Seat | null>(null);
  const held = session.seats.filter((seat) => !seat.endedAt);
  const ended = session.seats.filter((seat) => seat.endedAt);
  const patients = held.filter((seat) => seat.capacity === 'patient' || seat.capacity === 'coFacilitator').length;
  const onEnd = changeable ? setEnding : undefined;
  return (
    <Section
      title="Seats"
      description={`${counted(patients, 'patient')} in ${counted(held.length, 'seat')}. A person without a seat cannot come in.`}
    >
      {groups.map((group) => (
        <Group
          key={group.title}
          title={group.title}
          seats={held.filter((seat) => group.capacities.includes(seat.capacity))}
          onEnd={onEnd}
        />
      ))}
      <Group title="Seats that ended" seats={ended} />
      {changeable && <AddSeatForm session={session} />}
      <EndSeatDialog seat={ending} onClose={() => setEnding(null)} />
    </Section>
  );
}

function Group({ title, seats, onEnd }: { title: string; seats: readonly Seat[]; onEnd?: (seat: Seat) => void }) {
  if (seats.length === 0) return null;
  return (
    <div className={classes.group}>
      <h3 className={classes.groupTitle}>{title}</h3>
      <ul className={classes.seats}>
        {seats.map((seat) => (
          <SeatItem key={seat.id} seat={seat} onEnd={onEnd} />
        ))}
      </ul>
    </div>
  );
}

function SeatItem({ seat, onEnd }: { seat: Seat; onEnd?: (seat: Seat) => void }) {
  const { zone } = useMe();
  const plain = seat.capacity === 'patient' ? undefined : capacityWords[seat.capacity];
  const detail = seat.endedAt ? `Ended ${formatInstant(seat.endedAt, zone)}: ${seat.endedReason}` : plain;
  return (
    <li className={classes.seat} data-ended={seat.endedAt ? true : undefined}>
      <PersonChip name={seat.name} detail={detail} />
      {onEnd && (
        <Button variant="subtle" size="compact-sm" onClick={() => onEnd(seat)} aria-label={`End seat of ${seat.name}`}>
          End seat
        </Button>
      )}
    </li>
  );
}
