import { blockWords, type Session } from '@rejoin/shared';
import { minutesLater } from '../../lib/days';
import type { SessionState } from '../../lib/sessionState';
import { formatMinutes } from '../../lib/time';
import { kindWords, modeWords } from '../../lib/words';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { SessionBadge } from '../../ui/SessionBadge';
import { TimeText } from '../../ui/TimeText';
import classes from './SessionPage.module.css';

export function PlanSection({ session, state }: { session: Session; state: SessionState }) {
  return (
    <Section title="Plan" actions={<SessionBadge state={state} />}>
      <Facts
        facts={[
          { label: 'Kind', value: kindWords[session.kind] },
          { label: 'Where', value: modeWords[session.mode] },
          { label: 'Length', value: formatMinutes(session.plannedMinutes) },
          { label: 'Started', value: session.startedAt && <TimeText at={session.startedAt} style="time" /> },
          { label: 'Ended', value: session.endedAt && <TimeText at={session.endedAt} style="time" /> },
        ]}
      />
      <Blocks session={session} />
    </Section>
  );
}

function nameOf(session: Session, personId: string | null): string | undefined {
  return personId ? session.seats.find((seat) => seat.personId === personId)?.name : undefined;
}

function Blocks({ session }: { session: Session }) {
  const sum = (blocks: Session['blocks']) => blocks.reduce((total, block) => total + block.minutes, 0);
  return (
    <>
      <ol className={classes.blocks} aria-label="Blocks">
        {session.blocks.map((block, at) => (
          <li key={block.id} className={classes.block} data-treatment={block.treatment || undefined}>
            <span className={classes.blockTime}>
              <TimeText at={minutesLater(session.startsAt, sum(session.blocks.slice(0, at)))} style="time" />
            </span>
            <span className={classes.blockWords}>
              <strong>{blockWords[block.kind]}</strong>
              {block.topic && <>: {block.topic}</>}
              {nameOf(session, block.leadId) && <span className={classes.quiet}> with {nameOf(session, block.leadId)}</span>}
            </span>
            <span className={classes.quiet}>
              {block.minutes} min{!block.treatment && ', not treatment'}
            </span>
          </li>
        ))}
      </ol>
      <p className={classes.treatment}>
        {sum(session.blocks.filter((block) => block.treatment))} of {sum(session.blocks)} minutes are treatment.
      </p>
    </>
  );
}
