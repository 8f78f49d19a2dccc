import { Button } from '@mantine/core';
import { IconScreenShare, IconScreenShareOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { shareWords as words } from '../../../lib/shareWords';
import { RemoteAudio } from '../media/RemoteAudio';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { putAside, useAside } from './aside';
import { useOwnScreen } from './screen';
import classes from './Share.module.css';
import { sharedOf } from './shared';
import { stopSharing, useShareKept } from './useShareScreen';

/** What is to be known about a screen that is shown: one's own can be stopped at any moment. */
export function ShareCard() {
  useShareKept();
  const mine = useOwnScreen();
  return mine ? <Mine withSound={mine.audio !== null} /> : <Theirs />;
}

function Mine({ withSound }: { withSound: boolean }) {
  const { sessionId } = useRoom();
  return (
    <section className={classes.card} aria-label={words.mine}>
      <IconScreenShare className={classes.icon} size={24} stroke={1.75} aria-hidden />
      <p className={classes.words}>
        <strong>{words.mine}</strong> {withSound && words.withSound}
      </p>
      <Button color="red" leftSection={<IconScreenShareOff size={20} aria-hidden />} onClick={() => void stopSharing(sessionId)}>
        {words.stop}
      </Button>
    </section>
  );
}

function Theirs() {
  const { view } = useRoom();
  const { live } = useStage();
  const shared = sharedOf(view, live.snapshot);
  const aside = useAside();
  const name = shared?.name;
  useEffect(() => {
    if (name) announce(words.theirs(name));
  }, [name]);
  useEffect(() => () => putAside(null), []);
  if (!shared) return null;
  return (
    <>
      {shared.sound && <RemoteAudio track={shared.sound} seatId={shared.seatId} part="screen" />}
      {aside === shared.seatId && (
        <section className={classes.card} aria-label={words.theirs(shared.name)}>
          <IconScreenShare className={classes.icon} size={24} stroke={1.75} aria-hidden />
          <p className={classes.words}>{words.theirs(shared.name)}</p>
          <Button variant="default" onClick={() => putAside(null)}>
            {words.showAgain}
          </Button>
        </section>
      )}
    </>
  );
}
