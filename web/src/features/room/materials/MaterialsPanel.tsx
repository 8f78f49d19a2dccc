import { lazy, Suspense, useEffect } from 'react';
import { shareWords as words } from '../../../lib/shareWords';
import panel from '../panels/Panel.module.css';
import { useRoom } from '../state/roomContext';
import classes from './Materials.module.css';
import { MaterialList } from './MaterialList';
import { seeMaterials } from './seen';

// Only for staff: patients need not load it.
const AddMaterial = lazy(async () => ({ default: (await import('./AddMaterial')).AddMaterial }));

/** Pages and worksheets of this session: they stay, also for who comes later. */
export function MaterialsPanel() {
  const { sessionId, view } = useRoom();
  const ids = Object.keys(view.materials).sort().join(' ');
  const isEmpty = ids === '';
  useEffect(() => seeMaterials(sessionId, ids.split(' ')), [sessionId, ids]);
  return (
    <div className={panel.body}>
      {view.me.staff && view.me.place === 'main' && (
        <Suspense fallback={null}>
          <AddMaterial />
        </Suspense>
      )}
      {isEmpty ? (
        <div className={classes.empty}>
          <p>{words.none}</p>
          {!view.me.staff && <p className={classes.hint}>{words.noneHint}</p>}
        </div>
      ) : (
        <>
          <MaterialList />
          <p className={classes.hint}>{words.kept(view.chat.keptDays)}</p>
        </>
      )}
    </div>
  );
}
