import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LeavingQuestion } from './LeavingQuestion';
import { SessionLine } from './SessionLine';

export function LeftScreen({ onComeBack }: { onComeBack: () => void }) {
  const { view } = useRoom();
  return (
    <Frame picture={<Circle where="outside" />} above={<SessionLine />} title="You have left" phone={view.phone}>
      <p className={classes.lead}>Your camera and microphone are off. You can come back at any time while the session goes on.</p>
      <LeavingQuestion />
      <div className={classes.buttons}>
        <Button onClick={onComeBack}>Come back</Button>
        <Button variant="default" component={Link} to="/">
          Go to today
        </Button>
      </div>
    </Frame>
  );
}
