import type { RowKind } from '@rejoin/shared';

/**
 * What access needs to know of a row, by kind; `$1` is the row, `$2` the person who asks.
 * One row comes back where the row exists: the programs it belongs to, the capacity of the person's seat, whether they
 * are on the care team today, and whether they wrote it.
 */
const careTeam = (patient: string): string => `EXISTS (
  SELECT 1 FROM care_team_member m JOIN episode e ON e.id = m.episode_id
  WHERE e.patient_id = ${patient} AND m.person_id = $2 AND m.from_at <= now() AND (m.to_at IS NULL OR m.to_at > now()))`;

const seat = (session: string): string =>
  `(SELECT capacity FROM seat WHERE session_id = ${session} AND person_id = $2 AND ended_at IS NULL)`;

const facts = (parts: { programs: string; seat?: string; careTeam?: string; author?: string; from: string }): string => `
  SELECT ${parts.programs} AS programs, ${parts.seat ?? 'NULL'} AS seat, ${parts.careTeam ?? 'false'} AS "onCareTeam",
    ${parts.author ?? 'false'} AS "isAuthor" FROM ${parts.from}`;

export const rowFactsSql: Record<Exclude<RowKind, 'none'>, string> = {
  program: facts({ programs: 'ARRAY[p.id]', from: 'program p WHERE p.id = $1 AND $2::uuid IS NOT NULL' }),
  person: facts({
    programs: `ARRAY(SELECT program_id FROM role_assignment WHERE person_id = p.id AND program_id IS NOT NULL
      UNION SELECT program_id FROM episode WHERE patient_id = p.id)`,
    from: 'person p WHERE p.id = $1 AND $2::uuid IS NOT NULL',
  }),
  patient: facts({
    programs: 'ARRAY(SELECT program_id FROM episode WHERE patient_id = p.person_id)',
    careTeam: careTeam('p.person_id'),
    from: 'patient p WHERE p.person_id = $1',
  }),
  episode: facts({ programs: 'ARRAY[e.program_id]', careTeam: careTeam('e.patient_id'), from: 'episode e WHERE e.id = $1' }),
  session: facts({ programs: 'ARRAY[s.program_id]', seat: seat('s.id'), from: 'session s WHERE s.id = $1' }),
  seat: facts({
    programs: 'ARRAY[s.program_id]',
    seat: seat('s.id'),
    from: 'seat x JOIN session s ON s.id = x.session_id WHERE x.id = $1',
  }),
  note: facts({
    programs: 'ARRAY[s.program_id]',
    seat: seat('s.id'),
    careTeam: careTeam('n.patient_id'),
    author: 'n.author_id = $2',
    from: 'note n JOIN session s ON s.id = n.session_id WHERE n.id = $1',
  }),
};

export interface RowFacts {
  programs: string[];
  seat: string | null;
  onCareTeam: boolean;
  isAuthor: boolean;
}
