import { type AccessEntry, type AccessReport, accessWordsOf } from '@rejoin/shared';
import { formatInstant } from '../../lib/time';
import { listed, roleWords } from '../../lib/words';

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Avery Stone (Therapist)". */
export function whoWords(who: AccessEntry['who']): string {
  if (!who) return 'Somebody not signed in, or the system,';
  if (who.isPatient) return `${who.name} (the patient)`;
  return who.roles.length > 0 ? `${who.name} (${listed(who.roles.map((role) => roleWords[role]))})` : who.name;
}

export const outcomeWords = { done: 'Allowed', refused: 'Refused' } as const;

// A table program would run a cell that begins with one of these as a formula.
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The report as a table that every table program opens. */
export function reportCsv(report: AccessReport): string {
  const time = (at: string) => formatInstant(at, report.zone, 'time');
  const rows = report.lines.map((line) => [
    line.day,
    whoWords(line.who),
    capitalised(accessWordsOf(line.action)),
    outcomeWords[line.outcome],
    line.emergency ? 'Emergency' : '',
    String(line.times),
    time(line.first),
    time(line.last),
  ]);
  const head = ['Day', 'Who', 'What', 'Allowed or refused', 'Emergency', 'Times', 'First', 'Last'];
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}
