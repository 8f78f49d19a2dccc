import type { RoomView } from '@rejoin/shared';
import { useRoom } from '../state/roomContext';
import { namesOf } from '../state/words';

/** Who leads besides oneself: nobody meets themselves. */
export function otherLeads({ leadNames, me }: Pick<RoomView, 'leadNames' | 'me'>): string[] {
  const own = me.staff ? leadNames.indexOf(me.name) : -1;
  return leadNames.filter((_, index) => index !== own);
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Who will be in the room, before one comes in: those who lead and observers by name, everyone else as a number. */
export function WhoIsThere() {
  const { view } = useRoom();
  const { expected, me } = view;
  const leads = otherLeads(view);
  const patients = expected.patients - (me.capacity === 'patient' || me.capacity === 'coFacilitator' ? 1 : 0);
  const guests = expected.guests - (me.capacity === 'family' || me.capacity === 'guest' ? 1 : 0);
  const own = me.capacity === 'observer' ? expected.observers.indexOf(me.name) : -1;
  const observers = expected.observers.filter((_, index) => index !== own);
  const people = [
    patients > 0 &&
      counted(patients, me.capacity === 'patient' ? 'other patient' : 'patient', me.capacity === 'patient' ? 'other patients' : 'patients'),
    guests > 0 && counted(guests, 'guest', 'guests'),
  ].filter((part) => part !== false);
  return (
    <p>
      {leads.length > 0 && `${namesOf(leads)} ${leads.length === 1 ? 'leads' : 'lead'} this session${me.staff ? ' with you' : ''}. `}
      {people.length > 0 && `${namesOf(people)} ${patients + guests === 1 ? 'is' : 'are'} expected. `}
      {observers.length > 0 && `${namesOf(observers)} ${observers.length === 1 ? 'listens' : 'listen'} in.`}
    </p>
  );
}
