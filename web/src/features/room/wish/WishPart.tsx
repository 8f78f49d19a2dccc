import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { announce } from '../../../lib/announce';
import { ownWish, wishWords } from '../../../lib/wishWords';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import classes from './Wish.module.css';

const WishForm = lazy(async () => ({ default: (await import('./WishForm')).WishForm }));

/** Before one comes in: how one wants to take part today, said once and changed at any time. */
export function WishPart() {
  const { view } = useRoom();
  const [isOpen, setOpen] = useState(false);
  const { wish, staff } = view.me;
  if (staff || !maySend(view)) return null;
  const done = () => {
    setOpen(false);
    announce(wishWords.saved);
  };
  return (
    <section className={classes.part} aria-labelledby="wish-of-today">
      <h2 id="wish-of-today">{wishWords.title}</h2>
      {isOpen ? (
        <Suspense fallback={null}>
          <WishForm onDone={done} />
        </Suspense>
      ) : (
        <>
          {wish && (
            <p>
              {ownWish(wish)} {wishWords.saved}
            </p>
          )}
          <Button variant="default" onClick={() => setOpen(true)}>
            {wish ? wishWords.edit : wishWords.open}
          </Button>
        </>
      )}
    </section>
  );
}
