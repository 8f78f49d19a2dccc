import { Button, CloseButton } from '@mantine/core';
import { type EmergencyAccess, endEmergencyAccess, listOwnEmergencyAccess } from '@rejoin/shared';
import { IconLockOpen } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useEmergency } from '../lib/emergency';
import { useMe } from '../lib/me';
import { useCommand } from '../lib/query';
import { formatInstant } from '../lib/time';
import classes from './EmergencyBanner.module.css';

const whose = ({ initials, recordNumber }: EmergencyAccess) => `${initials} (${recordNumber})`;

/** Over every page for as long as a chart is open in an emergency, and once more when it has closed. */
export function EmergencyBanner() {
  const { open, over, dismiss } = useEmergency(useMe());
  const root = useHeightAbove();
  return (
    <div ref={root} role="status" className={classes.root}>
      {open.map((access) => (
        <OpenLine key={access.id} access={access} />
      ))}
      {over.map((access) => (
        <p key={access.id} className={classes.line} data-over>
          Your emergency access to {whose(access)} has ended. A supervisor will look at it.
          <CloseButton aria-label="Close this notice" size="md" onClick={() => dismiss(access.id)} />
        </p>
      ))}
    </div>
  );
}

/** The header below stays in sight: it is told how much of the window is taken. */
function useHeightAbove() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => style.setProperty('--banner-height', `${entry?.contentRect.height ?? 0}px`));
    if (root.current) observer.observe(root.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--banner-height');
    };
  }, []);
  return root;
}

function OpenLine({ access }: { access: EmergencyAccess }) {
  const { zone } = useMe();
  const command = useCommand(endEmergencyAccess, { refresh: [listOwnEmergencyAccess] });
  return (
    <p className={classes.line}>
      <IconLockOpen size={18} aria-hidden className={classes.icon} />
      <span>
        Emergency access to <Link to={`/patients/${access.patientId}`}>{whose(access)}</Link> until {formatInstant(access.to, zone, 'time')}
        {command.error && <span role="alert"> · {command.error.message}</span>}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={command.running}
        onClick={() => command.run({ params: { patientId: access.patientId, accessId: access.id } })}
      >
        End now
      </Button>
    </p>
  );
}
