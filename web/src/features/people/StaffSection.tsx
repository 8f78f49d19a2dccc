import { Button } from '@mantine/core';
import { listPeople, readStaffProfile, type StaffProfile } from '@rejoin/shared';
import { useState } from 'react';
import { dateName, todayIn } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { fullName } from '../../lib/words';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './People.module.css';
import { StaffForm } from './StaffForm';

export function StaffSection({ personId }: { personId: string }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const profile = useCall(readStaffProfile, { params: { personId } });
  return (
    <Section
      title="Credentials and licences"
      actions={
        may(me, 'staff.change') &&
        !editing &&
        profile.data && (
          <Button variant="default" size="sm" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      <Loaded query={profile}>
        {(data) =>
          editing ? <StaffForm personId={personId} profile={data} onClose={() => setEditing(false)} /> : <Shown profile={data} />
        }
      </Loaded>
    </Section>
  );
}

function Shown({ profile }: { profile: StaffProfile }) {
  return (
    <>
      <Facts
        facts={[
          { label: 'Credentials, as printed', value: profile.credentials || 'None' },
          { label: 'NPI', value: profile.npi ?? 'None' },
          { label: 'Licence status', value: profile.preLicensed ? 'Pre-licensed, works under a supervisor' : 'Independent' },
        ]}
      />
      <Licences licences={profile.licences} />
      <Supervision rows={profile.supervision} />
    </>
  );
}

function Licences({ licences }: { licences: StaffProfile['licences'] }) {
  const { zone } = useMe();
  const today = todayIn(zone);
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Licences</h3>
      {licences.length === 0 && <p className={classes.none}>None entered.</p>}
      <ul className={classes.list}>
        {licences.map((licence) => (
          <li key={licence.id} className={classes.item} data-past={licence.to < today || undefined}>
            <span>
              <strong>{licence.state}</strong> {licence.type}
              <span className={classes.quiet}>
                {licence.number}, {dateName(licence.from)} to {dateName(licence.to)}
              </span>
            </span>
            {licence.to < today ? (
              <StatusBadge tone="problem">Ended</StatusBadge>
            ) : licence.from > today ? (
              <StatusBadge>Not yet</StatusBadge>
            ) : (
              <StatusBadge tone="good">In force</StatusBadge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Supervision({ rows }: { rows: StaffProfile['supervision'] }) {
  const people = useCall(listPeople, { query: {} }, { enabled: rows.length > 0 });
  if (rows.length === 0) return null;
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Supervised by</h3>
      <ul className={classes.list}>
        {rows.map((row) => {
          const supervisor = people.data?.find((person) => person.id === row.supervisorId);
          return (
            <li key={row.id} className={classes.item}>
              <span>
                <strong>{supervisor ? fullName(supervisor) : 'A supervisor'}</strong>
                <span className={classes.quiet}>
                  Since {dateName(row.from)}
                  {row.to && `, until ${dateName(row.to)}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
