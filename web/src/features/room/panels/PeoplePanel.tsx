import type { RoomView } from '@rejoin/shared';
import { lazy, Suspense } from 'react';
import { useRoom } from '../state/roomContext';
import classes from './Panel.module.css';
import list from './PeoplePanel.module.css';
import type { Listed } from './listed';
import { PersonRow } from './PersonRow';

// Only for staff: patients need not load it.
const StaffPeople = lazy(async () => ({ default: (await import('../acts/StaffPeople')).StaffPeople }));

function inRoom(view: RoomView): Listed[] {
  return Object.entries(view.people)
    .filter(([, person]) => person.place === 'main')
    .map(([seatId, person]) => ({ ...person, seatId }))
    .sort((a, b) => Number(b.staff) - Number(a.staff) || a.name.localeCompare(b.name));
}

export function PeoplePanel() {
  const { view } = useRoom();
  return (
    <div className={classes.body}>
      {view.me.staff ? (
        <Suspense fallback={null}>
          <StaffPeople />
        </Suspense>
      ) : (
        <People people={inRoom(view)} />
      )}
    </div>
  );
}

function People({ people }: { people: Listed[] }) {
  return (
    <section>
      <h3 className={list.title}>In the room ({people.length})</h3>
      <ul className={list.list}>
        {people.map((person) => (
          <PersonRow key={person.seatId} person={person} />
        ))}
      </ul>
    </section>
  );
}
