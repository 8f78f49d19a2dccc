import { Button, Table, TextInput } from '@mantine/core';
import { type AccessReport, accessWordsOf, exportAccessLog } from '@rejoin/shared';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { addDays, dateName, todayIn } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { formatInstant, formatSpan, zoneName } from '../../lib/time';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { capitalised, outcomeWords, reportCsv, whoWords } from './accessLog';
import classes from './AccessLog.module.css';

export function AccessReportPage() {
  return may(useMe(), 'accessLog.export') ? <Report /> : <RefusedPage />;
}

function Report() {
  const { patientId = '' } = useParams();
  const [period, setPeriod] = useState<{ from: string; to: string } | null>(null);
  return (
    <Page
      title="Who looked at this chart, to print"
      width="wide"
      crumbs={[
        { label: 'Patients', to: '/patients' },
        { label: 'Patient', to: `/patients/${patientId}` },
        { label: 'Who looked', to: `/patients/${patientId}/access-log` },
      ]}
    >
      <Period onChoose={setPeriod} />
      {period && <Made patientId={patientId} period={period} />}
    </Page>
  );
}

function Period({ onChoose }: { onChoose: (period: { from: string; to: string }) => void }) {
  const today = todayIn(useMe().zone);
  const [from, setFrom] = useState(addDays(today, -30));
  const [to, setTo] = useState(today);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (from && to) onChoose({ from, to });
  };
  return (
    <form className={classes.period} onSubmit={send}>
      <TextInput type="date" label="From" required value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="To" required value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <Button type="submit">Make the list</Button>
      <p className={classes.zone}>It names staff by name and role. That you made it is recorded too.</p>
    </form>
  );
}

// What was shown is what was recorded as exported: it is not read again by itself.
function Made({ patientId, period }: { patientId: string; period: { from: string; to: string } }) {
  const report = useCall(exportAccessLog, { params: { patientId }, query: period }, { staleMs: Infinity });
  return <Loaded query={report}>{(made) => <Paper report={made} />}</Loaded>;
}

function Paper({ report }: { report: AccessReport }) {
  return (
    <section aria-label="The list">
      <div className={classes.buttons}>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => save(report)}>
          Save as a table (CSV)
        </Button>
      </div>
      <p className={classes.about}>
        <strong>{report.patient.name}</strong>, born {dateName(report.patient.dateOfBirth)}, record {report.patient.recordNumber}.{' '}
        {report.programs.join(', ')}. From {dateName(report.from)} to {dateName(report.to)}, times in {zoneName(report.zone)}. Made{' '}
        {formatInstant(report.madeAt, report.zone, 'full')}.
        {report.elsewhere > 0 && ` ${report.elsewhere} entries about sessions of other programs are not in this list: ask those programs.`}
      </p>
      {report.lines.length === 0 ? <p>Nobody looked at the chart in these days.</p> : <Lines report={report} />}
    </section>
  );
}

function Lines({ report }: { report: AccessReport }) {
  const time = ({ first, last }: { first: string; last: string }) =>
    first === last ? formatInstant(first, report.zone, 'time') : formatSpan(first, last, report.zone, 'time');
  return (
    <div className={classes.table} role="region" aria-label="Who looked, by day" tabIndex={0}>
      <Table verticalSpacing="xs" miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>Times</Table.Th>
            <Table.Th>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.lines.map((line) => (
            <Table.Tr key={`${line.day} ${line.who?.id ?? ''} ${line.action} ${line.outcome} ${line.first}`}>
              <Table.Td className={classes.day}>{dateName(line.day)}</Table.Td>
              <Table.Td>{whoWords(line.who)}</Table.Td>
              <Table.Td>
                {capitalised(accessWordsOf(line.action))}
                {line.outcome === 'refused' && ` (${outcomeWords.refused.toLowerCase()})`}
                {line.emergency && ' (emergency access)'}
              </Table.Td>
              <Table.Td>{line.times}</Table.Td>
              <Table.Td className={classes.day}>{time(line)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function save(report: AccessReport): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', reportCsv(report)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `who-looked-${report.from}-${report.to}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
