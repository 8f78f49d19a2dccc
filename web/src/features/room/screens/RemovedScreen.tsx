import { Button } from '@mantine/core';
import type { RoomView } from '@rejoin/shared';
import { Link } from 'react-router';
import { SaidByStaff } from '../acts/SaidByStaff';
import { reasonForPerson } from '../state/doorWords';
import { useRoom } from '../state/roomContext';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LeavingQuestion } from './LeavingQuestion';
import { SessionLine } from './SessionLine';

/** What it is about and what happens now, without blame. */
function words({ mayReturn, reason }: RoomView['me']): { title: string; text: string; next: string } {
  if (reason) {
    return {
      title: mayReturn ? 'Not just now' : 'Not today',
      text: reasonForPerson[reason],
      next: mayReturn
        ? 'You can come back to the waiting room today, as soon as you are ready.'
        : 'Your care goes on. Your next session stays as planned.',
    };
  }
  return {
    title: 'You are out of the room',
    text: mayReturn
      ? 'Staff asked you to step out. Take the time you need.'
      : 'Staff have ended your place in this session. Your care goes on.',
    next: mayReturn
      ? 'When you come back, you wait until they let you in.'
      : 'Please call your program: they will talk with you about what comes next.',
  };
}

export function RemovedScreen({ onComeBack }: { onComeBack: () => void }) {
  const { view } = useRoom();
  const { mayReturn, act } = view.me;
  const { title, text, next } = words(view.me);
  return (
    <Frame picture={<Circle where="outside" />} above={<SessionLine />} title={title} phone={view.phone}>
      <p className={classes.lead}>{text}</p>
      {act?.kind === 'removed' && act.body && <SaidByStaff body={act.body} />}
      <p>{next}</p>
      <LeavingQuestion />
      <div className={classes.buttons}>
        {mayReturn && <Button onClick={onComeBack}>Come back</Button>}
        {view.phone && (
          <Button variant={mayReturn ? 'default' : 'filled'} component="a" href={`tel:${view.phone.replace(/[^+\d]/g, '')}`}>
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
