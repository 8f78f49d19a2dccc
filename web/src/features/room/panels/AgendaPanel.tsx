import { mayRunAgenda } from '@rejoin/shared';
import { lazy, Suspense } from 'react';
import agenda from '../agenda/Agenda.module.css';
import { AgendaWords } from '../agenda/AgendaWords';
import { partsOf } from '../agenda/changes';
import { useRoom } from '../state/roomContext';
import classes from './Panel.module.css';

// Only for those who lead it.
const AgendaControls = lazy(async () => ({ default: (await import('../agenda/AgendaControls')).AgendaControls }));

export function AgendaPanel() {
  const { view } = useRoom();
  return (
    <div className={classes.body}>
      {mayRunAgenda(view.me) ? (
        <Suspense fallback={null}>
          <AgendaControls />
        </Suspense>
      ) : (
        <AgendaList />
      )}
    </div>
  );
}

function AgendaList() {
  const { view } = useRoom();
  const parts = partsOf(view.agenda).filter(({ skipped }) => !skipped);
  return (
    <>
      {parts.length === 0 && <p className={classes.hint}>There is no plan for this session.</p>}
      <ol className={agenda.list}>
        {parts.map((part) => (
          <li key={part.blockId} className={agenda.row} aria-current={view.agenda.current?.blockId === part.blockId ? 'step' : undefined}>
            <AgendaWords part={part} />
          </li>
        ))}
      </ol>
    </>
  );
}
