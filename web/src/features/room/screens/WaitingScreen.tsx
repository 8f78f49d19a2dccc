import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { OwnPreview } from '../preview/OwnPreview';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { namesOf } from '../state/words';
import { Circle } from './Circle';
import { Frame } from './Frame';
import classes from './Frame.module.css';
import { LineNotice } from './LineNotice';
import { SessionLine } from './SessionLine';

export function WaitingScreen({ putBack }: { putBack: boolean }) {
  const { view, device, commands } = useRoom();
  const leads = namesOf(view.leadNames) || 'Staff';
  return (
    <Frame
      above={<SessionLine />}
      title={putBack ? 'Back in the waiting room' : 'You are in the waiting room'}
      phone={view.phone}
      picture={maySend(view) ? <OwnPreview /> : <Circle where="coming" />}
    >
      <p className={classes.lead}>
        {putBack ? `${leads} asked you to wait here for a moment. You have done nothing wrong.` : `${leads} will let you in.`}
      </p>
      <p>
        <strong>Nobody sees or hears you yet.</strong> You can leave this page open; it goes on by itself.
      </p>
      <LineNotice />
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          loading={commands.isRunning({ type: 'leave', device })}
          onClick={() => commands.run({ type: 'leave', device })}
        >
          Leave
        </Button>
      </div>
    </Frame>
  );
}
