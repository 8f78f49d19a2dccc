import type { NoteFacts } from '@rejoin/shared';
import type { ReactNode } from 'react';
import { dateName } from '../../lib/days';
import { sameClock, zoneName } from '../../lib/time';
import { StatusBadge } from '../../ui/StatusBadge';
import { useViewerZone } from '../../ui/viewerZone';
import { factLines } from './facts';
import classes from './FactsPanel.module.css';

interface Props {
  facts: NoteFacts;
  /** Where the clinician was: words, or a field while it is written. */
  clinicianPlace: ReactNode;
}

/** What the record says by itself, above the text; nobody types it. */
export function FactsPanel({ facts, clinicianPlace }: Props) {
  const own = useViewerZone();
  const { patient, zone } = facts;
  return (
    <div className={classes.panel}>
      {patient && (
        <p className={classes.patient}>
          Born {dateName(patient.dateOfBirth)} · {patient.recordNumber}
          {patient.part2 && <StatusBadge tone="waiting">42 CFR Part 2</StatusBadge>}
        </p>
      )}
      <dl className={classes.facts}>
        {factLines(facts).map(({ label, value, isLong }) => (
          <Line key={label} label={label} isLong={isLong}>
            {value}
          </Line>
        ))}
        <Line label="Clinician was at">{clinicianPlace}</Line>
      </dl>
      {!sameClock(facts.planned.from, own, zone) && <p className={classes.zone}>Times are {zoneName(zone)}.</p>}
    </div>
  );
}

function Line({ label, isLong, children }: { label: string; isLong?: boolean; children: ReactNode }) {
  return (
    <div className={classes.line} data-long={isLong || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
