import { Button } from '@mantine/core';
import type { RoomView } from '@rejoin/shared';
import { CheckLink } from '../check/CheckLink';
import { useLocalMediaState } from '../media/useLocalMedia';
import { DeviceChoices } from '../preview/DeviceChoice';
import { GearHelp } from '../preview/GearHelp';
import { OwnPreview } from '../preview/OwnPreview';
import { SoundCheck } from '../preview/SoundCheck';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { namesOf } from '../state/words';
import { WishPart } from '../wish/WishPart';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';
import { StaffRoster } from './StaffRoster';
import { otherLeads, WhoIsThere } from './WhoIsThere';

export function PreviewScreen() {
  const { view, device, commands, media } = useRoom();
  const sends = maySend(view);
  const { camera, microphone } = useLocalMediaState(media);
  const isWithout = sends && (camera.trouble !== null || microphone.trouble !== null);
  const arrive = { type: 'arrive', device, stayHere: false } as const;
  const join = () => {
    media.enterMuted();
    commands.run(arrive);
  };
  return (
    <Frame above={<SessionLine />} title="Ready to join?" phone={view.phone} picture={sends ? <OwnPreview /> : <Circle where="coming" />}>
      <p className={classes.lead}>
        {comingLine(view)} {sends ? 'You come in with your microphone off.' : 'You listen in: your camera and microphone stay off.'}
      </p>
      <WhoIsThere />
      {sends && <GearHelp />}
      {isWithout && <p>You can also join without it.</p>}
      {sends && <SoundCheck />}
      {sends && <DeviceChoices />}
      <WishPart />
      <LineNotice />
      <div className={classes.buttons}>
        <Button size="lg" loading={commands.isRunning(arrive)} onClick={join}>
          Join
        </Button>
        <CheckLink />
      </div>
      <StaffRoster />
    </Frame>
  );
}

/** What happens after the click. */
function comingLine(view: RoomView): string {
  const { me, phase } = view;
  const leads = namesOf(otherLeads(view)) || 'Staff';
  if (me.staff) return phase === 'planned' ? 'You open the room when you come in.' : 'The room is open.';
  if (me.place === 'left') return 'Welcome back.';
  return `First you are in a waiting room. ${leads} will let you in.`;
}
