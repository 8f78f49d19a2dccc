import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRoom } from '../state/roomContext';
import type { Elsewhere } from '../state/useElsewhere';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';

export function OtherDeviceScreen({ elsewhere: { staysThere, stayThere } }: { elsewhere: Elsewhere }) {
  const { view, device, commands } = useRoom();
  const stay = { type: 'arrive', device, stayHere: true } as const;
  return (
    <Frame
      picture={<Circle where="twice" />}
      above={<SessionLine />}
      title={staysThere ? 'All right. You stay on the other page.' : 'You are here on another page'}
      phone={view.phone}
    >
      <p className={classes.lead}>
        {staysThere
          ? 'You can close this page. It sends no picture and no sound.'
          : 'It may be another tab, phone or computer. Where do you want to be? The other one then stops its picture and sound.'}
      </p>
      {!staysThere && <p>When you close the other one, this page goes on by itself, with your camera and microphone off.</p>}
      <LineNotice />
      <div className={classes.buttons}>
        <Button variant={staysThere ? 'default' : 'filled'} loading={commands.isRunning(stay)} onClick={() => commands.run(stay)}>
          Stay here
        </Button>
        {staysThere ? (
          <Button component={Link} to="/">
            Go to today
          </Button>
        ) : (
          <Button variant="default" onClick={stayThere}>
            Stay on the other one
          </Button>
        )}
      </div>
    </Frame>
  );
}
