import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';

export function OtherDeviceScreen() {
  const { view, device, commands } = useRoom();
  const [staysThere, setStaysThere] = useState(false);
  const stay = { type: 'arrive', device, stayHere: true } as const;
  return (
    <Frame
      picture={<Circle where="twice" />}
      above={<SessionLine />}
      title={staysThere ? 'All right. You stay on the other device.' : 'You are here on another device'}
      phone={view.phone}
    >
      <p className={classes.lead}>
        {staysThere
          ? 'You can close this page. It sends no picture and no sound.'
          : 'It may be another tab, phone or computer. Where do you want to be? The other one then stops its picture and sound.'}
      </p>
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
          <Button variant="default" onClick={() => setStaysThere(true)}>
            Leave it there
          </Button>
        )}
      </div>
    </Frame>
  );
}
