import { Button } from '@mantine/core';
import { DeviceChoice } from '../preview/DeviceChoice';
import { GearHelp } from '../preview/GearHelp';
import { OwnPreview } from '../preview/OwnPreview';
import { SoundCheck } from '../preview/SoundCheck';
import { useRoom } from '../state/roomContext';
import { namesOf } from '../state/words';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';

export function PreviewScreen() {
  const { view, device, commands, media } = useRoom();
  const arrive = { type: 'arrive', device, stayHere: false } as const;
  const join = () => {
    media.enterMuted();
    commands.run(arrive);
  };
  return (
    <Frame above={<SessionLine />} title="Ready to join?" phone={view.phone} picture={<OwnPreview />}>
      <p className={classes.lead}>
        {view.me.staff ? 'You open the room when you come in.' : waitingLine(view.leadNames)} You come in with your microphone off.
      </p>
      <GearHelp />
      <DeviceChoice kind="camera" />
      <DeviceChoice kind="microphone" />
      <SoundCheck />
      <LineNotice />
      <div className={classes.buttons}>
        <Button size="lg" loading={commands.isRunning(arrive)} onClick={join}>
          Join
        </Button>
      </div>
    </Frame>
  );
}

function waitingLine(leads: readonly string[]): string {
  return `First you are in a waiting room. ${namesOf(leads) || 'Staff'} will let you in.`;
}
