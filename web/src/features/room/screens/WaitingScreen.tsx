import { Button } from '@mantine/core';
import { IconArrowLeft, IconVideo, IconVideoOff } from '@tabler/icons-react';
import type { RoomView } from '@rejoin/shared';
import { useEffect, useState } from 'react';
import { SaidByStaff } from '../acts/SaidByStaff';
import { CheckLink } from '../check/CheckLink';
import { useLocalMediaState } from '../media/useLocalMedia';
import { Thread } from '../messages/Thread';
import { OwnPreview } from '../preview/OwnPreview';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { namesOf } from '../state/words';
import { WishPart } from '../wish/WishPart';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';
import { otherLeads, WhoIsThere } from './WhoIsThere';

/** Why one waits. What staff said with it follows. */
function reason(view: RoomView, putBack: boolean, leads: string): string {
  if (putBack) return `${leads} asked you to wait here for a moment. You have done nothing wrong.`;
  if (!view.doorClosed) return `${leads} will let you in.`;
  const begun =
    view.phase === 'running' ? 'The group has begun and its door is closed for now.' : 'The door of the group is closed for now.';
  return `${begun} ${leads} can see that you are here.`;
}

export function WaitingScreen({ putBack: wasPutBack }: { putBack: boolean }) {
  const { view, device, commands } = useRoom();
  const leads = namesOf(otherLeads(view)) || 'Staff';
  const { act } = view.me;
  const putBack = wasPutBack || act?.kind === 'putBack';
  const sends = maySend(view);
  return (
    <Frame
      above={<SessionLine />}
      title={putBack ? 'Back in the waiting room' : 'You are in the waiting room'}
      phone={view.phone}
      picture={sends ? <OwnPicture /> : <Circle where="coming" />}
    >
      <p className={classes.lead}>{reason(view, putBack, leads)}</p>
      {act?.kind === 'putBack' && act.body && <SaidByStaff body={act.body} />}
      <p>
        <strong>Nobody sees or hears you yet.</strong> You can leave this page open; it goes on by itself.
      </p>
      <WhoIsThere />
      <WishPart />
      <LineNotice />
      <section className={classes.words} aria-labelledby="word-with-staff">
        <h2 id="word-with-staff" className={classes.small}>
          A word with staff
        </h2>
        <Thread threadId={view.me.seatId} />
      </section>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          loading={commands.isRunning({ type: 'leave', device })}
          onClick={() => commands.run({ type: 'leave', device })}
        >
          Leave
        </Button>
        <CheckLink />
      </div>
    </Frame>
  );
}

/** While one waits the camera rests; one's own picture is there for who wants to look, and for nobody else. */
function OwnPicture() {
  const { media } = useRoom();
  const { camera } = useLocalMediaState(media);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    media.rest(!shown);
    return () => media.rest(false);
  }, [media, shown]);
  if (shown) return <OwnPreview />;
  const show = () => {
    media.set('camera', true);
    setShown(true);
  };
  return (
    <div className={classes.resting}>
      <Circle where="coming" />
      <p>{camera.on ? 'Your camera rests. It comes on when you come in.' : 'Your camera is off, also when you come in.'}</p>
      <div className={classes.buttons}>
        <Button variant="default" leftSection={<IconVideo size={20} aria-hidden />} onClick={show}>
          See my own picture
        </Button>
        {camera.on && (
          <Button variant="subtle" leftSection={<IconVideoOff size={20} aria-hidden />} onClick={() => media.set('camera', false)}>
            Come in with my camera off
          </Button>
        )}
      </div>
    </div>
  );
}
