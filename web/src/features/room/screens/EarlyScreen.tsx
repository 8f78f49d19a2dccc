import { Button } from '@mantine/core';
import { gateWords } from '../../../lib/patientWords';
import { TimeText } from '../../../ui/TimeText';
import { CheckLink } from '../check/CheckLink';
import { useRoom } from '../state/roomContext';
import { doorOpensMinutes, gateOpensHours } from '@rejoin/shared';
import { doorOpensAt } from '../state/screen';
import { useNow } from '../state/useNow';
import { WishPart } from '../wish/WishPart';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { SessionLine } from './SessionLine';
import { StaffRoster } from './StaffRoster';
import { WhoIsThere } from './WhoIsThere';

const opensMs = gateOpensHours * 3_600_000;

interface Props {
  onGoIn: () => void;
  /** What is asked of the day can be answered already. */
  onAnswer?: () => void;
}

export function EarlyScreen({ onGoIn, onAnswer }: Props) {
  const { view } = useRoom();
  const now = useNow(30_000);
  return (
    <Frame picture={<Circle where="coming" />} above={<SessionLine />} title="You are early. That is fine." phone={view.phone}>
      <p className={classes.lead}>
        The door opens {doorOpensMinutes} minutes before the start, at{' '}
        <TimeText at={new Date(doorOpensAt(view)).toISOString()} style="time" />. You can leave this page open. It goes on by itself.
      </p>
      <WhoIsThere />
      {view.me.gate?.passed && <p>{gateWords.kept}</p>}
      {onAnswer && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={onAnswer}>
            {gateWords.answerNow}
          </Button>
        </div>
      )}
      {view.me.staff && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={onGoIn}>
            Go in now
          </Button>
        </div>
      )}
      <div className={classes.buttons}>
        <CheckLink />
      </div>
      {now >= Date.parse(view.startsAt) - opensMs && <WishPart />}
      <StaffRoster />
    </Frame>
  );
}
