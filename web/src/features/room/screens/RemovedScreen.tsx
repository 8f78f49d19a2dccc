import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';

export function RemovedScreen({ onComeBack }: { onComeBack: () => void }) {
  const { view } = useRoom();
  const { mayReturn } = view.me;
  return (
    <Frame picture={<Circle where="outside" />} above={<SessionLine />} title="You are out of the room" phone={view.phone}>
      <p className={classes.lead}>
        {mayReturn
          ? 'Staff asked you to step out. Take the time you need. When you come back, you wait until they let you in.'
          : 'Staff have ended your place in this session. Your care goes on. Please call your program: they will talk with you about what comes next.'}
      </p>
      <div className={classes.buttons}>
        {mayReturn && <Button onClick={onComeBack}>Come back</Button>}
        {!mayReturn && view.phone && (
          <Button component="a" href={`tel:${view.phone.replace(/[^+\d]/g, '')}`}>
            Call {view.phone}
          </Button>
        )}
        <Button variant="default" component={Link} to="/">
          Go to today
        </Button>
      </div>
    </Frame>
  );
}
