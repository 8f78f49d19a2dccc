import { Anchor, Button } from '@mantine/core';
import { doorOpensMinutes } from '@rejoin/shared';
import { IconDoorEnter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { dayFrom, dayOf, minutesLater, todayIn } from '../../lib/days';
import { useMe } from '../../lib/me';
import { isOpenState, sessionState } from '../../lib/sessionState';
import { formatInstant, sameClock, zoneName } from '../../lib/time';
import { listed } from '../../lib/words';
import { checkLinkWords } from '../../lib/wishWords';
import type { Day } from './day';
import classes from './PatientDay.module.css';

type DaySession = Day['sessions'][number];

function hint(session: DaySession, now: string, zone: string): string {
  if (session.mode === 'inPerson') return 'This one is in person, at your program.';
  const state = sessionState(session, now);
  if (state === 'running') return 'It has started. You can still come in.';
  if (state === 'soon') return 'You can come in now. Staff will let you into the room.';
  return `You can come in from ${formatInstant(minutesLater(session.startsAt, -doorOpensMinutes), zone, 'time')}.`;
}

/** The one thing to do: large and calm. */
export function NextSession({ session, now }: { session: DaySession; now: string }) {
  const { zone } = useMe();
  const when = dayFrom(dayOf(session.startsAt, zone), todayIn(zone));
  const open = isOpenState(sessionState(session, now));
  return (
    <section className={classes.next} aria-labelledby="next-session" data-open={open || undefined}>
      <p className={classes.eyebrow}>{open ? 'Now' : 'Your next session'}</p>
      <h2 id="next-session" className={classes.when}>
        {when}, <time dateTime={session.startsAt}>{formatInstant(session.startsAt, zone, 'time')}</time>
      </h2>
      <p className={classes.who}>
        {session.title}
        {session.leadNames.length > 0 && <>, with {listed(session.leadNames)}</>}
      </p>
      <p className={classes.hint}>
        {hint(session, now, zone)}
        {!sameClock(session.startsAt, zone, session.zone) && (
          <>
            {' '}
            For your program it is {formatInstant(session.startsAt, session.zone, 'time')}, {zoneName(session.zone)}.
          </>
        )}
      </p>
      {session.mode !== 'inPerson' && (
        <Button
          component={Link}
          to={`/sessions/${session.id}/room`}
          size="lg"
          className={classes.go}
          leftSection={<IconDoorEnter size={22} aria-hidden />}
        >
          Go to the session
        </Button>
      )}
      {session.mode !== 'inPerson' && (
        <p className={classes.check}>
          <Anchor component={Link} to={`/check?session=${session.id}`}>
            {checkLinkWords.open}
          </Anchor>
        </p>
      )}
    </section>
  );
}
