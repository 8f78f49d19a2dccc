import type { AttendanceReport, Session } from '@rejoin/shared';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import { lengthWords } from './spans';

/** The session in one line of facts. */
export function Summary({ session, report, now }: { session: Session; report: AttendanceReport; now: string }) {
  const running = report.endedAt === null;
  const seconds = report.startedAt ? (Date.parse(report.endedAt ?? now) - Date.parse(report.startedAt)) / 1_000 : 0;
  const treatment = session.blocks.filter((block) => block.treatment).reduce((sum, block) => sum + block.minutes, 0);
  return (
    <Section
      title={running ? 'Running now' : 'The session'}
      actions={
        running ? (
          <StatusBadge tone="active" live>
            Live
          </StatusBadge>
        ) : undefined
      }
    >
      <Facts
        facts={[
          { label: 'Started', value: report.startedAt && <TimeText at={report.startedAt} style="time" /> },
          { label: 'Ended', value: report.endedAt ? <TimeText at={report.endedAt} style="time" /> : 'Still running' },
          { label: running ? 'So far' : 'Length', value: lengthWords(Math.max(0, seconds)) },
          { label: 'Planned', value: `${session.plannedMinutes} min, ${treatment} treatment` },
          { label: 'Patients now', value: running ? report.patientsNow : undefined },
          { label: 'Most patients at one time', value: report.mostPatientsAtOnce },
        ]}
      />
    </Section>
  );
}
