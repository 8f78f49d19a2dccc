import { Anchor, Table } from '@mantine/core';
import type { AttendanceReport, PersonAttendance } from '@rejoin/shared';
import { capacityWords } from '../../lib/words';
import { TimeText } from '../../ui/TimeText';
import classes from './Attendance.module.css';
import { inOrder, lengthWords, mediaSeconds } from './spans';
import { useTicking } from './useTicking';

interface Props {
  report: AttendanceReport;
  now: string;
  onOpen: (seatId: string) => void;
}

export function AttendanceTable({ report, now, onOpen }: Props) {
  return (
    <div className={classes.table} role="region" aria-label="Attendance table" tabIndex={0}>
      <Table verticalSpacing="sm" miw={860}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Present</Table.Th>
            <Table.Th>Counts</Table.Th>
            <Table.Th>First in</Table.Th>
            <Table.Th>Last out</Table.Th>
            <Table.Th>Camera on</Table.Th>
            <Table.Th>Microphone on</Table.Th>
            <Table.Th>Could hear</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(report).map((person) => (
            <PersonRow key={person.seatId} person={person} report={report} now={now} onOpen={() => onOpen(person.seatId)} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const minutes = (seconds: number) => (seconds === 0 ? '–' : lengthWords(seconds));

function PersonRow({
  person,
  report,
  now,
  onOpen,
}: {
  person: PersonAttendance;
  report: AttendanceReport;
  now: string;
  onOpen: () => void;
}) {
  const { present, counted } = useTicking(person, report, now);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        <Anchor component="button" type="button" onClick={onOpen} aria-haspopup="dialog" fw={600}>
          {person.name}
        </Anchor>
        <span className={classes.quiet}> {capacityWords[person.capacity]}</span>
      </Table.Th>
      <Table.Td>{minutes(present)}</Table.Td>
      <Table.Td>{minutes(counted)}</Table.Td>
      <Table.Td>{person.firstIn ? <TimeText at={person.firstIn} style="time" /> : '–'}</Table.Td>
      <Table.Td>
        {person.lastOut ? <TimeText at={person.lastOut} style="time" /> : person.firstIn && !report.endedAt ? 'In the room' : '–'}
      </Table.Td>
      <Table.Td>{minutes(mediaSeconds(person, 'videoSent', now))}</Table.Td>
      <Table.Td>{minutes(mediaSeconds(person, 'audioSent', now))}</Table.Td>
      <Table.Td>{minutes(mediaSeconds(person, 'couldHear', now))}</Table.Td>
    </Table.Tr>
  );
}
