import { Button } from '@mantine/core';
import { listPrograms } from '@rejoin/shared';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { zoneName } from '../../lib/time';
import { counted } from '../../lib/words';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Row, Rows } from '../../ui/Rows';
import { NewProgramDialog } from './NewProgramDialog';

export function ProgramsPage() {
  return may(useMe(), 'program.list') ? <Programs /> : <RefusedPage />;
}

function Programs() {
  const me = useMe();
  const programs = useCall(listPrograms);
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Programs"
      loading={!programs.data}
      error={programs.data ? null : programs.error}
      onRetry={() => void programs.refetch()}
      actions={
        may(me, 'program.create') && (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            Add a program
          </Button>
        )
      }
    >
      {programs.data?.length === 0 && (
        <EmptyState icon={IconStack2} title="No program yet">
          A program has its own patients, cohorts and time zone.
        </EmptyState>
      )}
      {programs.data && programs.data.length > 0 && (
        <Rows label="Programs">
          {programs.data.map((program) => (
            <Row
              key={program.id}
              to={`/programs/${program.id}`}
              title={program.name}
              detail={`${zoneName(program.zone)} · ${counted(program.cohorts.filter((cohort) => !cohort.archived).length, 'cohort')}`}
            />
          ))}
        </Rows>
      )}
      {adding && <NewProgramDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
