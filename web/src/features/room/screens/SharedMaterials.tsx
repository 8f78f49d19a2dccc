import { lazy, Suspense } from 'react';
import { shareWords as words } from '../../../lib/shareWords';
import { useRoom } from '../state/roomContext';
import classes from './Frame.module.css';

const MaterialList = lazy(async () => ({ default: (await import('../materials/MaterialList')).MaterialList }));

/** What was shared in the session stays with its people for a while. */
export function SharedMaterials() {
  const { view } = useRoom();
  if (Object.keys(view.materials).length === 0) return null;
  return (
    <section className={classes.words} aria-labelledby="shared-materials">
      <h2 id="shared-materials" className={classes.small}>
        {words.panel}
      </h2>
      <Suspense fallback={null}>
        <MaterialList />
      </Suspense>
      <p>{words.kept(view.chat.keptDays)}</p>
    </section>
  );
}
