import { lazy, Suspense } from 'react';
import { GetHelpButton } from '../../../ui/GetHelpButton';
import { Logo } from '../../../ui/Logo';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { blockName } from '../state/words';
import { timeLeft } from './timeLeft';
import classes from './TopBar.module.css';

// Only for staff: patients need not load it.
const StaffButtons = lazy(async () => ({ default: (await import('./StaffButtons')).StaffButtons }));

export function TopBar() {
  const { view } = useRoom();
  return (
    <header className={classes.bar}>
      <span className={classes.logo}>
        <Logo size={26} withName={false} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>{view.title}</p>
        <Now />
      </div>
      <GetHelpButton />
      {view.me.staff && (
        <Suspense fallback={null}>
          <StaffButtons />
        </Suspense>
      )}
    </header>
  );
}

/** The current part of the session and what is left of it. */
function Now() {
  const { view } = useRoom();
  const now = useNow();
  const { current, blocks } = view.agenda;
  const block = current && blocks[current.blockId];
  if (view.phase !== 'running') return <p className={classes.now}>Not started yet</p>;
  if (!block || !current) return <p className={classes.now}>In session</p>;
  return (
    <p className={classes.now}>
      {blockName(block)} · <span className={classes.left}>{timeLeft(current.endsAt, now)}</span>
    </p>
  );
}
