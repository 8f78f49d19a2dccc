import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { shareWords as words } from '../../../lib/shareWords';
import type { Playable } from '../media/mediaTypes';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { putAside } from './aside';
import classes from './Share.module.css';
import { sharedOf } from './shared';

/** The screen that somebody else shows, in the large place; whoever finds it too much puts it aside. */
export function SharedPicture() {
  const { view, commands } = useRoom();
  const { live } = useStage();
  const shared = sharedOf(view, live.snapshot);
  if (!shared) return null;
  return (
    <section className={classes.screen} aria-label={words.theirs(shared.name)}>
      {shared.picture ? <Screen track={shared.picture} name={shared.name} /> : <p className={classes.coming}>{words.coming}</p>}
      <div className={classes.caption}>
        <p>{words.theirs(shared.name)}</p>
        {view.me.staff && (
          <Button size="sm" variant="default" onClick={() => commands.run({ type: 'share.stop' })}>
            {words.stopTheirs}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => putAside(shared.seatId)}>
          {words.putAside}
        </Button>
      </div>
    </section>
  );
}

function Screen({ track, name }: { track: Playable; name: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return <video ref={element} className={classes.video} playsInline muted autoPlay aria-label={words.screenOf(name)} />;
}
