import type { EmergencyAccess } from '@rejoin/shared';
import { useMe } from '../../lib/me';
import { formatInstant } from '../../lib/time';
import { Note } from '../../ui/Note';

/** On a chart that is open in an emergency: why, until when, and what was written down for it. */
export function EmergencyNote({ access }: { access: EmergencyAccess }) {
  const me = useMe();
  return (
    <Note tone="warning" title={`Open in an emergency until ${formatInstant(access.to, me.zone, 'time')}`}>
      Your reason: {access.reason}
      {access.part2 && (
        <>
          <br />
          42 CFR Part 2 protects this record. This is kept as a disclosure in a medical emergency (2.51): received by {access.recipient};
          disclosed by {access.discloser}; {formatInstant(access.from, me.zone, 'dayTime')}; nature of the emergency as above.
        </>
      )}
    </Note>
  );
}
