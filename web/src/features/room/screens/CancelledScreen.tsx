import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';

export function CancelledScreen() {
  const { view } = useRoom();
  return (
    <Frame picture={<Circle where="outside" />} above={<SessionLine />} title="This session is not taking place" phone={view.phone}>
      <p className={classes.lead}>It was cancelled. Your next sessions are on your first page.</p>
      <div className={classes.buttons}>
        <Button component={Link} to="/">
          Go to today
        </Button>
      </div>
    </Frame>
  );
}
