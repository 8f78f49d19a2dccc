import { UnstyledButton } from '@mantine/core';
import type { NoteFacts } from '@rejoin/shared';
import { type ReactNode, useId, useState } from 'react';
import { dateName } from '../../lib/days';
import { sameClock, zoneName } from '../../lib/time';
import { StatusBadge } from '../../ui/StatusBadge';
import { useViewerZone } from '../../ui/viewerZone';
import { type FactLine, factLines } from './facts';
import classes from './FactsPanel.module.css';

interface Props {
  facts: NoteFacts;
  /** Where the clinician was: words, or a field while it is written. */
  clinicianPlace: ReactNode;
}

/** What the record says by itself, above the text; nobody types it. On a phone the rest comes on demand. */
export function FactsPanel({ facts, clinicianPlace }: Props) {
  const own = useViewerZone();
  const id = useId();
  const [all, setAll] = useState(false);
  const lines = factLines(facts);
  return (
    <div className={classes.panel}>
      <dl id={id} className={classes.facts} data-all={all || undefined}>
        {lines
          .filter(({ isLong }) => !isLong)
          .map((line) => (
            <Line key={line.label} line={line}>
              {line.value}
            </Line>
          ))}
        <Line line={{ label: 'Clinician was at' }}>{clinicianPlace}</Line>
        {lines
          .filter(({ isLong }) => isLong)
          .map((line) => (
            <Line key={line.label} line={line}>
              {line.value}
            </Line>
          ))}
      </dl>
      <UnstyledButton className={classes.more} aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
        {all ? 'Fewer facts' : 'All facts'}
      </UnstyledButton>
      {!sameClock(facts.planned.from, own, facts.zone) && <p className={classes.zone}>Times are {zoneName(facts.zone)}.</p>}
    </div>
  );
}

function Line({ line: { label, isLong, isMain }, children }: { line: Omit<FactLine, 'value'>; children: ReactNode }) {
  return (
    <div className={classes.line} data-long={isLong || undefined} data-main={isMain || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The second identifier beside the name. */
export function Identifiers({ patient }: Pick<NoteFacts, 'patient'>) {
  if (!patient) return null;
  return (
    <span className={classes.patient}>
      Born {dateName(patient.dateOfBirth)} · {patient.recordNumber}
      {patient.part2 && <StatusBadge tone="waiting">42 CFR Part 2</StatusBadge>}
    </span>
  );
}
