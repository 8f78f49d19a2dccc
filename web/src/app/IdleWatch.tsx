import { idleLimitSeconds, readMe } from '@rejoin/shared';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { usedAt, useUse, watchInput } from '../lib/activity';
import { useMe, useReadMe } from '../lib/me';
import { keyOf, queryClient } from '../lib/query';
import classes from './IdleWatch.module.css';
import { isRoom } from './isRoom';

/** While a room is open nobody is asked whether they are still there: the room stays, and only the other pages lock. */
const askAgainMs = { room: 60_000, page: 10_000 };

/** Asks quietly whether somebody is still there, and then asks the server, which alone decides. */
export function IdleWatch() {
  const me = useMe();
  const { dataUpdatedAt } = useReadMe();
  const inRoom = isRoom(useLocation().pathname);
  const use = useUse(idleLimitSeconds(me.roles));
  useEffect(watchInput, []);
  useEffect(() => usedAt(dataUpdatedAt - me.idleSeconds * 1000), [dataUpdatedAt, me.idleSeconds]);
  const asks = use === 'idle' && !me.locked;
  useEffect(() => {
    if (!asks) return undefined;
    const ask = () => void queryClient.invalidateQueries({ queryKey: keyOf(readMe) });
    ask();
    const asking = setInterval(ask, inRoom ? askAgainMs.room : askAgainMs.page);
    return () => clearInterval(asking);
  }, [asks, inRoom]);
  return (
    <div role="status" className={classes.root}>
      {use === 'warning' && !inRoom && (
        <p className={classes.note}>
          <strong>Still there?</strong> Press any key or touch the page. It closes in a minute to keep it private.
        </p>
      )}
    </div>
  );
}
