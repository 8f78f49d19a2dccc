import { Button, Select, TextInput } from '@mantine/core';
import { type AccessEntry, type AccessLog, accessOutcomes, accessWordsOf, listAccessLog } from '@rejoin/shared';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type ApiError, callWith } from '../../lib/api';
import { may, useMe } from '../../lib/me';
import { keyOf } from '../../lib/query';
import { zoneName } from '../../lib/time';
import { capitalised, whoWords } from './accessLog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Row, Rows } from '../../ui/Rows';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import classes from './AccessLog.module.css';

interface Filter {
  personId?: string;
  action?: string;
  outcome?: (typeof accessOutcomes)[number];
  from?: string;
  to?: string;
}

export function AccessLogPage() {
  return may(useMe(), 'accessLog.read') ? <OneLog /> : <RefusedPage />;
}

function OneLog() {
  const { patientId = '' } = useParams();
  const [filter, setFilter] = useState<Filter>({});
  const pages = useInfiniteQuery<AccessLog, ApiError, AccessLog[], readonly unknown[], string | undefined>({
    queryKey: [...keyOf(listAccessLog), patientId, filter],
    queryFn: ({ pageParam, signal }) => callWith(listAccessLog, { params: { patientId }, query: { ...filter, before: pageParam } }, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages,
    placeholderData: (before) => before,
  });
  const first = pages.data?.[0];
  return (
    <Page
      title="Who looked at this chart"
      crumbs={[
        { label: 'Patients', to: '/patients' },
        { label: first?.patient.name ?? 'Patient', to: `/patients/${patientId}` },
      ]}
      lead="Everyone who opened or changed it, and everyone who was refused. The patient may ask you for this: print it for them."
      actions={
        <Button
          component={Link}
          to={`/patients/${patientId}/access-log/print`}
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          Print for the patient
        </Button>
      }
      loading={!first}
      error={first ? null : pages.error}
      onRetry={() => void pages.refetch()}
    >
      {first && pages.data && (
        <>
          <Filters log={first} filter={filter} onChange={setFilter} />
          <Entries
            entries={pages.data.flatMap(({ entries }) => entries)}
            zone={first.zone}
            filtered={Object.values(filter).some(Boolean)}
          />
          <ErrorNote error={pages.error} onRetry={() => void pages.fetchNextPage()} />
          <div className={classes.foot}>
            {pages.hasNextPage && (
              <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                Show older entries
              </Button>
            )}
            {first.elsewhere > 0 && (
              <p className={classes.quiet}>{first.elsewhere} more belong to sessions of other programs: ask there.</p>
            )}
          </div>
        </>
      )}
    </Page>
  );
}

function Filters({ log, filter, onChange }: { log: AccessLog; filter: Filter; onChange: (filter: Filter) => void }) {
  const clear = (what: string) => ({ clearable: true, clearButtonProps: { 'aria-label': what } });
  return (
    <div className={classes.filters} role="search" aria-label="Entries">
      <Select
        className={classes.choice}
        label="Person"
        placeholder="Everyone"
        searchable
        nothingFoundMessage="Nobody by this name"
        data={log.people.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.personId ?? null}
        onChange={(value) => onChange({ ...filter, personId: value ?? undefined })}
        {...clear('Show everyone')}
      />
      <Select
        className={classes.choice}
        label="What they did"
        placeholder="Everything"
        searchable
        nothingFoundMessage="Nothing like this"
        data={log.actions.map((action) => ({ value: action, label: capitalised(accessWordsOf(action)) }))}
        value={filter.action ?? null}
        onChange={(value) => onChange({ ...filter, action: value ?? undefined })}
        {...clear('Show everything')}
      />
      <Select
        className={classes.choice}
        label="Allowed"
        placeholder="All tries"
        data={[
          { value: 'done', label: 'Allowed' },
          { value: 'refused', label: 'Refused' },
        ]}
        value={filter.outcome ?? null}
        onChange={(value) => onChange({ ...filter, outcome: accessOutcomes.find((outcome) => outcome === value) })}
        {...clear('Show all tries')}
      />
      <TextInput
        type="date"
        label="From"
        value={filter.from ?? ''}
        onChange={(event) => onChange({ ...filter, from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="To"
        value={filter.to ?? ''}
        onChange={(event) => onChange({ ...filter, to: event.currentTarget.value || undefined })}
      />
      <p className={classes.zone}>Days begin at midnight, {zoneName(log.zone)}.</p>
    </div>
  );
}

function Entries({ entries, zone, filtered }: { entries: readonly AccessEntry[]; zone: string; filtered: boolean }) {
  if (entries.length === 0) {
    return (
      <EmptyState icon={IconEye} title={filtered ? 'Nothing like this' : 'Nobody has looked yet'}>
        {filtered ? 'Choose fewer limits to see more.' : 'Whoever opens this chart from now on is listed here.'}
      </EmptyState>
    );
  }
  return (
    <Rows label="Entries, newest first">
      {entries.map((entry) => (
        <Row
          key={entry.id}
          title={`${whoWords(entry.who)} ${entry.outcome === 'refused' ? 'tried and was refused: ' : ''}${accessWordsOf(entry.action)}`}
          detail={<TimeText at={entry.at} zone={zone} style="full" />}
          end={<Marks entry={entry} />}
        />
      ))}
    </Rows>
  );
}

function Marks({ entry }: { entry: AccessEntry }) {
  return (
    <>
      {entry.emergency && <StatusBadge tone="waiting">Emergency</StatusBadge>}
      {entry.outcome === 'refused' && <StatusBadge tone="problem">Refused</StatusBadge>}
    </>
  );
}
