import { lazy, Suspense } from 'react';
import { useRoom } from '../state/roomContext';
import { openOne, shownOne } from './checkIns';

const Question = lazy(async () => ({ default: (await import('./Question')).Question }));
const Picture = lazy(async () => ({ default: (await import('./Picture')).PictureCard }));

/** What staff ask the group, and the picture that the group looks at. */
export function CheckInCard() {
  const { view } = useRoom();
  const [open, shown] = [openOne(view), shownOne(view)];
  const mayAnswer = !view.me.staff && view.me.capacity !== 'observer';
  return (
    <Suspense fallback={null}>
      {open && mayAnswer && <Question key={open.id} checkIn={open} />}
      {shown && <Picture checkIn={shown} />}
    </Suspense>
  );
}
