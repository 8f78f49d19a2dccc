import { blockWords, type Note, type NoteFacts, type Signature } from '@rejoin/shared';

const services: Record<NoteFacts['service'], string> = {
  group: 'Group therapy',
  individual: 'Individual session',
  family: 'Family session',
  skills: 'Skills training',
  psychiatric: 'Psychiatric visit',
  peer: 'Peer support',
  vocational: 'Work and school',
  social: 'Social time',
};
const capacities: Record<NoteFacts['others'][number]['capacity'], string> = {
  lead: 'lead',
  coLead: 'co-lead',
  patient: 'patient',
  observer: 'observer',
  coFacilitator: 'patient co-facilitator',
  family: 'family member',
  guest: 'guest',
};
const modalities = { video: 'Video and sound', audio: 'Sound only', inPerson: 'In person' } as const;
const places = { home: 'Home', transitional: 'Transitional housing', other: 'Other place' } as const;

/** "Nov 23, 2026, 1:00:05 PM EST", where the session was. */
export function moment(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'long', timeZone: zone }).format(new Date(at));
}

function clock(at: string | null, zone: string): string {
  if (!at) return 'open';
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: zone }).format(
    new Date(at),
  );
}

const span = (from: string | null, to: string | null, zone: string): string =>
  from ? `${clock(from, zone)} to ${clock(to, zone)}` : 'not recorded';

/** A calendar day as it is written on paper. */
export function day(date: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

function ownTime({ own, zone }: NoteFacts): string {
  if (!own?.in) return 'Was not in the session';
  return `${span(own.in, own.out, zone)}: ${own.presentMinutes} minutes present, ${own.countedMinutes} counted`;
}

function placeOf({ patientPlace }: NoteFacts): string {
  return patientPlace ? `${places[patientPlace.kind]}: ${patientPlace.address}, ${patientPlace.state}` : 'Not asked';
}

const staffLine = ({ name, credentials, capacity }: NoteFacts['staff'][number]): string =>
  `${name}${credentials && `, ${credentials}`} (${capacities[capacity]})`;

const blockLine = ({ kind, topic, treatment, from, to }: NoteFacts['blocks'][number], zone: string): string =>
  `${span(from, to, zone)}: ${blockWords[kind]}${topic && `, ${topic}`}${treatment ? '' : ' (not treatment)'}`;

/** The facts as lines of a label and what stands behind it. */
export function factLines(facts: NoteFacts, note: Pick<Note, 'clinicianPlace'>): [label: string, value: string][] {
  const { zone } = facts;
  const isOfPatient = facts.patient !== null;
  const lines: [string, string][] = [
    ['Service', `${services[facts.service]}: ${facts.title}`],
    ['Planned', span(facts.planned.from, facts.planned.to, zone)],
    ['Held', span(facts.actual.from, facts.actual.to, zone)],
  ];
  if (isOfPatient) lines.push(['In and out', ownTime(facts)]);
  lines.push(['By', facts.modality ? modalities[facts.modality] : 'Not measured']);
  if (isOfPatient) lines.push(['Patient was at', placeOf(facts)]);
  lines.push(['Clinician was at', note.clinicianPlace || 'The program'], ['Patients at one time', String(facts.patientsAtOnce)]);
  if (facts.staff.length > 0) lines.push(['Staff', facts.staff.map(staffLine).join('; ')]);
  if (facts.others.length > 0)
    lines.push(['Also there', facts.others.map((other) => `${other.count} × ${capacities[other.capacity]}`).join(', ')]);
  if (facts.admitted) lines.push(['Let in by', `${facts.admitted.byName}, ${clock(facts.admitted.at, zone)}`]);
  if (facts.blocks.length > 0) lines.push(['Agenda', facts.blocks.map((block) => blockLine(block, zone)).join('\n')]);
  return lines;
}

/** "Signed by Lea Dorn, LCSW (LCSW NY 12345), Nov 23, 2026, 1:00:05 PM EST". */
export function signatureLine(verb: string, { name, credentials, licences, at }: Signature, zone: string): string {
  const held = licences.map(({ type, state, number }) => `${type} ${state} ${number}`).join('; ');
  return `${verb} by ${name}${credentials && `, ${credentials}`}${held && ` (${held})`}, ${moment(at, zone)}`;
}
