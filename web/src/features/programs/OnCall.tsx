import { ActionIcon, Button } from '@mantine/core';
import { endOnCall, listOnCall, onCallAt, onCallGaps, type OnCallShift, type Program } from '@rejoin/shared';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { addDays, mondayOf, startOfDay, todayIn, weekName } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { formatSpan } from '../../lib/time';
import { useNow } from '../../lib/useNow';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { AddOnCall } from './AddOnCall';
import classes from './Programs.module.css';

/** Whom patients reach outside of sessions, week by week, by the clock of the program. */
export function OnCall({ program }: { program: Program }) {
  const { zone } = program;
  const [monday, setMonday] = useState(() => mondayOf(todayIn(zone)));
  const changeable = may(useMe(), 'onCall.change');
  const week = { from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 7), zone) };
  const shifts = useCall(listOnCall, { params: { programId: program.id }, query: week }, { everyMs: 120_000 });
  return (
    <Section
      title="On call"
      description="Patients see this number under “Get help now”. When nobody is on call they see the phone of the program."
      actions={
        <>
          <ActionIcon variant="subtle" size="lg" aria-label="The week before" onClick={() => setMonday(addDays(monday, -7))}>
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" size="lg" aria-label="The week after" onClick={() => setMonday(addDays(monday, 7))}>
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      <h3 className={classes.week} aria-live="polite">
        {weekName(monday)}
      </h3>
      <Loaded query={shifts}>{(rows) => <Week program={program} shifts={rows} week={week} changeable={changeable} />}</Loaded>
      {changeable && <AddOnCall program={program} />}
    </Section>
  );
}

interface WeekProps {
  program: Program;
  shifts: readonly OnCallShift[];
  week: { from: string; to: string };
  changeable: boolean;
}

function Week({ program, shifts, week, changeable }: WeekProps) {
  const now = useNow();
  const calls = onCallAt(shifts, now).map(({ id }) => id);
  const ahead = { from: week.from < now ? now : week.from, to: week.to };
  const gaps = ahead.from < ahead.to ? onCallGaps(shifts, ahead) : [];
  return (
    <>
      <ul className={classes.list}>
        {shifts.map((shift) => (
          <ShiftItem key={shift.id} program={program} shift={shift} call={calls.indexOf(shift.id)} now={now} changeable={changeable} />
        ))}
      </ul>
      {gaps.length > 0 && (
        <Note tone="warning">
          {gaps.map((gap) => (
            <div key={gap.from}>Nobody is on call {formatSpan(gap.from, gap.to, program.zone)}.</div>
          ))}
        </Note>
      )}
    </>
  );
}

function ShiftItem({
  program,
  shift,
  call,
  now,
  changeable,
}: {
  program: Program;
  shift: OnCallShift;
  call: number;
  now: string;
  changeable: boolean;
}) {
  const begun = shift.from <= now;
  const command = useCommand(endOnCall, {
    refresh: [listOnCall],
    onDone: () => announce(begun ? 'The shift has ended.' : 'The shift is taken back.'),
  });
  const label = begun ? 'End now' : 'Take back';
  return (
    <li className={classes.item}>
      <span>
        <strong>{shift.personName}</strong> · {shift.phone}
        <span className={classes.when}>{formatSpan(shift.from, shift.to, program.zone)}</span>
      </span>
      <span className={classes.ways}>
        {call >= 0 && <StatusBadge tone="active">{call === 0 ? 'On call now' : 'Second call now'}</StatusBadge>}
        {changeable && shift.to > now && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={command.running}
            aria-label={`${label}: ${shift.personName}, ${formatSpan(shift.from, shift.to, program.zone)}`}
            onClick={() => command.run({ params: { programId: program.id, shiftId: shift.id } })}
          >
            {label}
          </Button>
        )}
      </span>
      <ErrorNote error={command.error} />
    </li>
  );
}
