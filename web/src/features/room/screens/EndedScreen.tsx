import { lazy, Suspense } from 'react';
import { useRoom } from '../state/roomContext';
import { PersonClosing } from './PersonClosing';

// Only for staff: patients need not load it.
const StaffClosing = lazy(async () => ({ default: (await import('./StaffClosing')).StaffClosing }));

export function EndedScreen() {
  const { view } = useRoom();
  if (!view.me.staff) return <PersonClosing />;
  return (
    <Suspense fallback={null}>
      <StaffClosing />
    </Suspense>
  );
}
