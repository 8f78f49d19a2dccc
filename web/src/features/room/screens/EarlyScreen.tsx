import { Button } from '@mantine/core';
import { TimeText } from '../../../ui/TimeText';
import { useRoom } from '../state/roomContext';
import { doorOpensMinutes } from '@rejoin/shared';
import { doorOpensAt } from '../state/screen';
import { namesOf } from '../state/words';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';

export function EarlyScreen({ onGoIn }: { onGoIn: () => void }) {
  const { view } = useRoom();
  return (
    <Frame picture={<Circle where="coming" />} above={<SessionLine />} title="You are early. That is fine." phone={view.phone}>
      <p className={classes.lead}>
        The door opens {doorOpensMinutes} minutes before the start, at{' '}
        <TimeText at={new Date(doorOpensAt(view)).toISOString()} style="time" />. You can leave this page open. It goes on by itself.
      </p>
      {view.leadNames.length > 0 && <p>You will meet {namesOf(view.leadNames)}.</p>}
      {view.me.staff && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={onGoIn}>
            Go in now
          </Button>
        </div>
      )}
    </Frame>
  );
}
