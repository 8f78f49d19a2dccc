import { Button, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type AttendanceReport,
  correctAttendance,
  NewCorrection,
  type PersonAttendance,
  readAttendance,
  type Session,
} from '@rejoin/shared';
import { announce } from '../../lib/announce';
import { dayOf, instantOf } from '../../lib/days';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { inZone } from '../../lib/time';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './Attendance.module.css';

interface Props {
  session: Session;
  report: AttendanceReport;
  person: PersonAttendance;
}

interface Values {
  id: string;
  effect: 'add' | 'remove';
  from: string;
  to: string;
  reason: string;
}

const clockOf = (instant: string | null, zone: string) =>
  instant ? inZone(instant, zone).toPlainTime().toString({ smallestUnit: 'second' }) : '';

// A time of day before the session's start belongs to the day after: sessions may pass midnight.
function instantIn(time: string, startedAt: string, zone: string): string {
  const day = dayOf(startedAt, zone);
  const same = instantOf(`${day}T${time}`, zone);
  if (!same) return '';
  const early = Date.parse(same) < Date.parse(startedAt) - 6 * 3_600_000;
  return early ? Temporal.Instant.from(same).add({ hours: 24 }).toString() : same;
}

export function CorrectionForm({ report, person, session }: Props) {
  const { zone } = useMe();
  const startedAt = report.startedAt ?? session.startsAt;
  const bodyOf = ({ id, effect, from, to, reason }: Values) => ({
    id,
    personId: person.personId,
    effect,
    from: instantIn(from, startedAt, zone),
    to: instantIn(to, startedAt, zone),
    reason,
  });
  const form = useForm<Values>({
    initialValues: {
      id: crypto.randomUUID(),
      effect: 'add',
      from: clockOf(person.lastOut ?? startedAt, zone),
      to: clockOf(report.endedAt, zone),
      reason: '',
    },
    validate: (values) => checked(NewCorrection, bodyOf(values)),
  });
  const command = useCommand(correctAttendance, {
    refresh: [readAttendance],
    onDone: () => {
      announce('The correction is entered.');
      form.setValues({ id: crypto.randomUUID(), reason: '' });
    },
  });
  const send = (values: Values) =>
    command
      .ask({ params: { sessionId: session.id }, body: NewCorrection.parse(bodyOf(values)) })
      .then(undefined, (cause: unknown) => showRefusal(form, cause));
  return (
    <section className={classes.part}>
      <h3>Correct the minutes</h3>
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
        <Radio.Group aria-label="What to do" {...form.getInputProps('effect')}>
          <Radio value="add" label="Add time that was not measured" />
          <Radio mt="xs" value="remove" label="Take away time that was measured" />
        </Radio.Group>
        <div className={classes.two}>
          <TextInput type="time" step={1} label="From" {...form.getInputProps('from')} />
          <TextInput type="time" step={1} label="To" {...form.getInputProps('to')} />
        </div>
        <TextInput label="Reason" description="Stays on record with your name." maxLength={300} {...form.getInputProps('reason')} />
        <ErrorNote error={command.error} />
        <div>
          <Button type="submit" variant="default" loading={command.running}>
            Enter the correction
          </Button>
        </div>
      </form>
    </section>
  );
}
