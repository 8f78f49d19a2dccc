import { ExpectedList } from '../expected/ExpectedList';
import { useRoom } from '../state/roomContext';
import { DoorLine } from './DoorLine';
import { PersonPanel } from './PersonPanel';
import { useStaffActs } from './staffActs';

/** The panel of people for staff: everyone, or one person. */
export function StaffPeople() {
  const { view } = useRoom();
  const { open } = useStaffActs();
  if (open !== null && view.people[open]) return <PersonPanel seatId={open} />;
  return (
    <>
      <DoorLine />
      <ExpectedList />
    </>
  );
}
