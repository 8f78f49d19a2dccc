import { Button, Select, TextInput } from '@mantine/core';
import { grantsOf, listPeople, type Me, type PersonSummary, type Role } from '@rejoin/shared';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { may, useMe } from '../../lib/me';
import { choicesOf, fullName, roleWords } from '../../lib/words';
import { EmptyState } from '../../ui/EmptyState';
import { Initial } from '../../ui/Initial';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Row, Rows } from '../../ui/Rows';
import classes from './People.module.css';
import { useSearched } from './useSearched';

// Everyone may read themselves; only some may read others.
function opensOthers(me: Me): boolean {
  return grantsOf('person.read').some((grant) => grant.roles?.some((role) => me.roles.some((held) => held.role === role)));
}

function pathOf(me: Me, person: PersonSummary): string | undefined {
  if (person.roles.length > 0 && person.roles.every((role) => role === 'patient')) return `/patients/${person.id}`;
  return opensOthers(me) || person.id === me.personId ? `/people/${person.id}` : undefined;
}

export function PeoplePage() {
  return may(useMe(), 'person.list') ? <People /> : <RefusedPage />;
}

function People() {
  const me = useMe();
  const [role, setRole] = useState<Role | null>(null);
  const { search, setSearch, list } = useSearched(listPeople, (typed) => ({ query: { role: role ?? undefined, search: typed } }));
  return (
    <Page
      title="People"
      actions={
        may(me, 'person.create') && (
          <Button component={Link} to="/people/new" leftSection={<IconPlus size={20} aria-hidden />}>
            Add a person
          </Button>
        )
      }
    >
      <div className={classes.filters} role="search">
        <TextInput
          className={classes.search}
          aria-label="Search people"
          placeholder="Name or e-mail"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          className={classes.filter}
          aria-label="Role"
          placeholder="All roles"
          clearable
          clearButtonProps={{ 'aria-label': 'Show all roles' }}
          data={choicesOf(roleWords)}
          value={role}
          onChange={(value) => setRole(choicesOf(roleWords).find((choice) => choice.value === value)?.value ?? null)}
        />
      </div>
      <Loaded query={list}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState icon={IconUsers} title="Nobody found">
              Try another name or role.
            </EmptyState>
          ) : (
            <Rows label="People">
              {people.map((person) => (
                <Row
                  key={person.id}
                  to={pathOf(me, person)}
                  start={<Initial name={person.displayName} />}
                  title={fullName(person)}
                  detail={[person.roles.map((each) => roleWords[each]).join(', '), person.email].filter(Boolean).join(' · ')}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Page>
  );
}
