import type { PersonInView, RoomView } from '@rejoin/shared';
import { lazy, Suspense, useState } from 'react';
import { useRoom } from '../state/roomContext';
import classes from './Panel.module.css';
import list from './PeoplePanel.module.css';
import type { Listed } from './listed';
import { PersonRow } from './PersonRow';
import { WaitingList } from './WaitingList';

const RemoveDialog = lazy(async () => ({ default: (await import('./RemoveDialog')).RemoveDialog }));

function listed(view: RoomView, isIn: (person: PersonInView) => boolean): Listed[] {
  return Object.entries(view.people)
    .filter(([, person]) => isIn(person))
    .map(([seatId, person]) => ({ ...person, seatId }))
    .sort((a, b) => Number(b.staff) - Number(a.staff) || a.name.localeCompare(b.name));
}

const isAway = ({ place }: PersonInView) => place === 'outside' || place === 'left' || place === 'removed';

export function PeoplePanel() {
  const { view } = useRoom();
  const [removing, setRemoving] = useState<Listed | null>(null);
  const here = listed(view, (person) => person.place === 'main');
  const away = listed(view, isAway);
  return (
    <div className={classes.body}>
      {view.me.staff && (
        <div className={list.waiting}>
          <WaitingList />
        </div>
      )}
      <People title={`In the room (${here.length})`} people={here} onRemove={setRemoving} />
      {view.me.staff && away.length > 0 && <People title={`Not here (${away.length})`} people={away} onRemove={setRemoving} />}
      <Suspense fallback={null}>{removing && <RemoveDialog person={removing} onClose={() => setRemoving(null)} />}</Suspense>
    </div>
  );
}

function People({ title, people, onRemove }: { title: string; people: Listed[]; onRemove: (person: Listed) => void }) {
  return (
    <section className={list.group}>
      <h3 className={list.title}>{title}</h3>
      <ul className={list.list}>
        {people.map((person) => (
          <PersonRow key={person.seatId} person={person} onRemove={() => onRemove(person)} />
        ))}
      </ul>
    </section>
  );
}
