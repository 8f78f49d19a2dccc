import { blockWords, type NoteFacts } from '@rejoin/shared';
import { formatInstant, formatMinutes, formatSpan } from '../../lib/time';
import { capacityWords, counted, kindWords } from '../../lib/words';

export interface FactLine {
  label: string;
  value: string;
  /** Needs the whole line. */
  isLong?: boolean;
  /** Stands on a phone too before all are asked for. */
  isMain?: boolean;
}

const modalities = { video: 'Video and sound', audio: 'Sound only', inPerson: 'In person' } as const;
const places = { home: 'Home', transitional: 'Transitional housing', other: 'Another place' } as const;

function span(from: string | null, to: string | null, zone: string): string {
  if (!from) return 'Not held';
  return to ? formatSpan(from, to, zone, 'time') : `From ${formatInstant(from, zone, 'time')}`;
}

function ownTime({ own, zone }: NoteFacts): string {
  return own?.in ? span(own.in, own.out, zone) : 'Was not in the session';
}

function ownMinutes({ own }: NoteFacts): string {
  if (!own?.in) return '';
  return own.presentMinutes === own.countedMinutes
    ? formatMinutes(own.presentMinutes)
    : `${formatMinutes(own.presentMinutes)} there, ${formatMinutes(own.countedMinutes)} count`;
}

function placeOf({ patientPlace }: NoteFacts): string {
  return patientPlace ? `${places[patientPlace.kind]}: ${patientPlace.address}, ${patientPlace.state}` : 'Was not asked';
}

const staffLine = ({ name, credentials, capacity }: NoteFacts['staff'][number]): string =>
  `${name}${credentials && `, ${credentials}`} (${capacityWords[capacity].toLowerCase()})`;

function othersLine({ others }: NoteFacts): string {
  return others.map(({ capacity, count }) => counted(count, capacityWords[capacity].toLowerCase())).join(', ');
}

function agenda({ blocks, zone }: NoteFacts): string {
  return blocks
    .map(({ kind, topic, treatment, from }) => {
      const what = topic ? `${blockWords[kind]}: ${topic}` : blockWords[kind];
      return `${formatInstant(from, zone, 'time')} ${what}${treatment || kind === 'break' ? '' : ' (not treatment)'}`;
    })
    .join(' · ');
}

/** What the record says, in the order in which a reader asks; times are the program's. Empty lines are left out. */
export function factLines(facts: NoteFacts): FactLine[] {
  const { zone, patient, admitted } = facts;
  const lines: FactLine[] = [
    { label: 'Service', value: kindWords[facts.service] },
    { label: 'Planned', value: span(facts.planned.from, facts.planned.to, zone) },
    { label: 'Held', value: span(facts.actual.from, facts.actual.to, zone), isMain: !patient },
    ...(patient
      ? [
          { label: 'In and out', value: ownTime(facts), isMain: true },
          { label: 'Minutes', value: ownMinutes(facts), isMain: true },
        ]
      : []),
    { label: 'By', value: facts.modality ? modalities[facts.modality] : 'Was not measured' },
    { label: 'Patients at one time', value: String(facts.patientsAtOnce), isMain: !patient },
    { label: 'Let in by', value: admitted ? `${admitted.byName}, ${formatInstant(admitted.at, zone, 'time')}` : '' },
    ...(patient ? [{ label: 'Patient was at', value: placeOf(facts) }] : []),
    { label: 'Also there', value: othersLine(facts) },
    { label: 'Staff', value: facts.staff.map(staffLine).join(' · '), isLong: facts.staff.length > 1 },
    { label: 'Agenda', value: agenda(facts), isLong: true },
  ];
  return lines.filter(({ value }) => value !== '');
}
