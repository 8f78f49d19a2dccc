import { lazy, Suspense } from 'react';
import { useRoom } from '../state/roomContext';
import classes from './Frame.module.css';

const ExpectedList = lazy(async () => ({ default: (await import('../expected/ExpectedList')).ExpectedList }));

/** Everyone expected, on the pages before staff come in. */
export function StaffRoster() {
  const { view } = useRoom();
  if (!view.me.staff) return null;
  return (
    <section className={classes.roster} aria-labelledby="everyone-expected">
      <h2 id="everyone-expected" className={classes.small}>
        Everyone expected
      </h2>
      <Suspense fallback={null}>
        <ExpectedList />
      </Suspense>
    </section>
  );
}
