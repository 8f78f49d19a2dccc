import { changePerson, listPeople, type Person, PersonChange, readPerson, type Role, staffRoles } from '@rejoin/shared';
import { useParams } from 'react-router';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { fullName } from '../../lib/words';
import { Page } from '../../ui/Page';
import { InvitationSection } from './InvitationSection';
import classes from './People.module.css';
import { ProfileSection } from './ProfileSection';
import { RolesSection } from './RolesSection';
import { StaffSection } from './StaffSection';

const staff: readonly Role[] = staffRoles;

export function PersonPage() {
  const me = useMe();
  const { personId = '' } = useParams();
  const person = useCall(readPerson, { params: { personId } });
  return (
    <Page
      title={person.data ? fullName(person.data) : 'Person'}
      tabTitle="Person"
      crumbs={may(me, 'person.list') ? [{ label: 'People', to: '/people' }] : []}
      loading={!person.data}
      error={person.data ? null : person.error}
      onRetry={() => void person.refetch()}
    >
      {person.data && <Content person={person.data} />}
    </Page>
  );
}

function Content({ person }: { person: Person }) {
  const me = useMe();
  const command = useCommand(changePerson, { refresh: [readPerson, listPeople] });
  return (
    <div className={classes.sections}>
      <ProfileSection
        person={person}
        changeable={may(me, 'person.change')}
        schema={PersonChange}
        onSave={(body) => command.ask({ params: { personId: person.id }, body: PersonChange.parse(body) })}
        running={command.running}
        error={command.error}
      />
      <InvitationSection person={person} />
      <RolesSection person={person} />
      {person.roles.some((held) => staff.includes(held.role)) && <StaffSection personId={person.id} />}
    </div>
  );
}
