import type { RowKind } from '@rejoin/shared';

export type AccessRowKind = Exclude<RowKind, 'none'>;

export interface RowFacts {
  programs: string[];
  seat: string | null;
  onCareTeam: boolean;
  isAuthor: boolean;
  /** They supervise who wrote it, on the day it is about. */
  supervises: boolean;
  /** An emergency access of theirs to the patient is open now. */
  emergency: boolean;
}

const asker = 'asker."personId"';
const rowId = 'asker."rowId"';

const careTeam = (patient: string): string => `EXISTS (
  SELECT 1 FROM care_team_member m JOIN episode e ON e.id = m.episode_id
  WHERE e.patient_id = ${patient} AND m.person_id = ${asker} AND m.from_at <= now() AND (m.to_at IS NULL OR m.to_at > now()))`;

const emergency = (patient: string): string => `EXISTS (
  SELECT 1 FROM emergency_access a
  WHERE a.patient_id = ${patient} AND a.person_id = ${asker} AND a.ended_at IS NULL AND a.to_at > now())`;

const supervises = (author: string, day: string): string => `EXISTS (
  SELECT 1 FROM supervision v WHERE v.person_id = ${author} AND v.supervisor_id = ${asker}
    AND v.from_on <= ${day} AND (v.to_on IS NULL OR v.to_on >= ${day}))`;

const seat = (session: string): string =>
  `(SELECT capacity FROM seat WHERE session_id = ${session} AND person_id = ${asker} AND ended_at IS NULL)`;

const facts = (parts: {
  programs: string;
  seat?: string;
  careTeam?: string;
  author?: string;
  supervises?: string;
  emergency?: string;
  from: string;
}): string => `
  SELECT ${parts.programs} AS programs, ${parts.seat ?? 'NULL'} AS seat, ${parts.careTeam ?? 'false'} AS "onCareTeam",
    ${parts.author ?? 'false'} AS "isAuthor", ${parts.supervises ?? 'false'} AS supervises, ${parts.emergency ?? 'false'} AS emergency FROM ${parts.from}`;

const factsSql: Record<AccessRowKind, string> = {
  program: facts({ programs: 'ARRAY[p.id]', from: `program p WHERE p.id = ${rowId}` }),
  person: facts({
    programs: `ARRAY(SELECT program_id FROM role_assignment WHERE person_id = p.id AND program_id IS NOT NULL
      UNION SELECT program_id FROM episode WHERE patient_id = p.id)`,
    from: `person p WHERE p.id = ${rowId}`,
  }),
  patient: facts({
    programs: 'ARRAY(SELECT program_id FROM episode WHERE patient_id = p.person_id)',
    careTeam: careTeam('p.person_id'),
    emergency: emergency('p.person_id'),
    from: `patient p WHERE p.person_id = ${rowId}`,
  }),
  episode: facts({ programs: 'ARRAY[e.program_id]', careTeam: careTeam('e.patient_id'), from: `episode e WHERE e.id = ${rowId}` }),
  session: facts({ programs: 'ARRAY[s.program_id]', seat: seat('s.id'), from: `session s WHERE s.id = ${rowId}` }),
  seat: facts({
    programs: 'ARRAY[s.program_id]',
    seat: seat('s.id'),
    from: `seat x JOIN session s ON s.id = x.session_id WHERE x.id = ${rowId}`,
  }),
  note: facts({
    programs: 'ARRAY[s.program_id]',
    seat: seat('s.id'),
    careTeam: careTeam('n.patient_id'),
    emergency: emergency('n.patient_id'),
    author: `n.author_id = ${asker}`,
    supervises: supervises('n.author_id', 'n.service_date'),
    from: `note n JOIN session s ON s.id = n.session_id WHERE n.id = ${rowId}`,
  }),
};

/**
 * What access needs to know of a row together with who asks, by a SELECT that gives their "personId" and its "rowId". `row` is null
 * where the row does not exist; else the programs it belongs to, the capacity of the person's seat, whether they are on
 * the care team today, whether they wrote it or supervise who did, and whether they opened it in an emergency.
 */
export const withRowFacts = (kind: AccessRowKind, askerSql: string): string => `
  SELECT asker.*, (SELECT row_to_json(facts) FROM (${factsSql[kind]}) facts) AS row FROM (${askerSql}) asker`;
