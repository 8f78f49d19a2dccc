import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeProgram, listPrograms, type Program, ProgramChange, readMe, readProgram } from '@rejoin/shared';
import { useParams } from 'react-router';
import { announce } from '../../lib/announce';
import { focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { zoneName } from '../../lib/time';
import { ErrorNote } from '../../ui/ErrorNote';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Section } from '../../ui/Section';
import { Cohorts } from './Cohorts';
import { OnCall } from './OnCall';
import { ProgramFields } from './ProgramFields';
import { programErrors, type ProgramValues, programValuesOf } from './programForm';
import classes from './Programs.module.css';

export function ProgramPage() {
  return may(useMe(), 'program.list') ? <OneProgram /> : <RefusedPage />;
}

function OneProgram() {
  const { programId = '' } = useParams();
  const program = useCall(readProgram, { params: { programId } });
  return (
    <Page
      title={program.data?.name ?? 'Program'}
      tabTitle="Program"
      crumbs={[{ label: 'Programs', to: '/programs' }]}
      loading={!program.data}
      error={program.data ? null : program.error}
      onRetry={() => void program.refetch()}
    >
      {program.data && <Content program={program.data} />}
    </Page>
  );
}

function Content({ program }: { program: Program }) {
  const changeable = may(useMe(), 'program.change');
  return (
    <div className={classes.sections}>
      <Section title="Settings">
        {changeable ? <SettingsForm key={program.id} program={program} /> : <SettingsFacts program={program} />}
      </Section>
      <OnCall key={`on-call-${program.id}`} program={program} />
      <Cohorts program={program} changeable={changeable} />
    </div>
  );
}

function SettingsFacts({ program }: { program: Program }) {
  return (
    <Facts
      facts={[
        { label: 'Time zone', value: zoneName(program.zone) },
        { label: 'Phone', value: program.settings.phone },
        { label: 'Hours', value: program.settings.onCallHours },
        { label: 'Chat is kept for', value: `${program.settings.chatKeptDays} days` },
      ]}
    />
  );
}

function SettingsForm({ program }: { program: Program }) {
  const form = useForm<ProgramValues>({
    initialValues: programValuesOf(program),
    validate: (values) => programErrors(ProgramChange, values),
  });
  const command = useCommand(changeProgram, {
    refresh: [readProgram, listPrograms, readMe],
    onDone: (saved) => {
      announce('Saved.');
      form.resetDirty(programValuesOf(saved));
    },
  });
  const send = (values: ProgramValues) =>
    command
      .ask({ params: { programId: program.id }, body: ProgramChange.parse(values) })
      .then(undefined, (cause: unknown) => showRefusal(form, cause));
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <ProgramFields form={form} />
      <ErrorNote error={command.error} />
      <div className={classes.foot}>
        <Button type="submit" loading={command.running} disabled={!form.isDirty()}>
          Save
        </Button>
        {command.done && !form.isDirty() && <span className={classes.quiet}>Saved</span>}
      </div>
    </form>
  );
}
