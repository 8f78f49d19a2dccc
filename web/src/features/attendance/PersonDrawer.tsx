import { Drawer } from '@mantine/core';
import type { AttendanceReport, PersonAttendance, Session } from '@rejoin/shared';
import { may, useMe } from '../../lib/me';
import { capacityWords } from '../../lib/words';
import { Facts } from '../../ui/Facts';
import { TimeText } from '../../ui/TimeText';
import classes from './Attendance.module.css';
import { CorrectionForm } from './CorrectionForm';
import { Corrections } from './Corrections';
import { Intervals } from './Intervals';
import { lengthWords, mediaSeconds } from './spans';
import { useTicking } from './useTicking';

interface Props {
  session: Session;
  report: AttendanceReport;
  person: PersonAttendance | undefined;
  now: string;
  onClose: () => void;
}

/** Everything known about one person in this session, with its source. */
export function PersonDrawer({ session, report, person, now, onClose }: Props) {
  return (
    <Drawer
      opened={person !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={person?.name}
      classNames={{ title: classes.drawerTitle }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {person && <Content session={session} report={report} person={person} now={now} />}
    </Drawer>
  );
}

function Content({ session, report, person, now }: Omit<Props, 'onClose' | 'person'> & { person: PersonAttendance }) {
  const me = useMe();
  const { present, counted } = useTicking(person, report, now);
  return (
    <div className={classes.drawer}>
      <Facts
        facts={[
          { label: 'Seat', value: capacityWords[person.capacity] },
          { label: 'Present', value: lengthWords(present) },
          { label: 'Counts', value: lengthWords(counted) },
          { label: 'First in', value: person.firstIn && <TimeText at={person.firstIn} style="time" /> },
          { label: 'Last out', value: person.lastOut && <TimeText at={person.lastOut} style="time" /> },
          { label: 'Camera on', value: lengthWords(mediaSeconds(person, 'videoSent', now)) },
          { label: 'Microphone on', value: lengthWords(mediaSeconds(person, 'audioSent', now)) },
          { label: 'Could hear', value: lengthWords(mediaSeconds(person, 'couldHear', now)) },
        ]}
      />
      <Intervals person={person} />
      <Corrections corrections={person.corrections} />
      {may(me, 'attendance.correct') && report.endedAt !== null && <CorrectionForm session={session} report={report} person={person} />}
    </div>
  );
}
