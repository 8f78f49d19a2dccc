import { SeatGate } from '@rejoin/shared';
import type { Queries } from './room.log.js';

/** A row of `seat_gate` as JSON. */
export const gateJson = `json_build_object('passed', g.passed, 'step', g.step, 'since', g.since, 'refusal', g.refusal,
  'placeKind', g.place_kind, 'someoneNear', g.someone_near)`;

/** As the database writes it. */
export interface WrittenGate {
  since?: string | null;
}

/** Where the seat `x` stands at the gate, as JSON; null for everyone but patients. */
const gateOfSeat = `(SELECT ${gateJson} FROM seat_gate g WHERE g.seat_id = x.id)`;

/** As the database wrote it: times in its own form, nulls for what is absent. */
export function seatGate({ since, ...gate }: WrittenGate): SeatGate {
  const present = Object.fromEntries(Object.entries(gate).filter(([, value]) => value !== null));
  return SeatGate.parse(since ? { ...present, since: new Date(since).toISOString() } : present);
}

/** The gate of a seat in this very transaction. */
export async function gateNow(db: Queries, seatId: string): Promise<SeatGate> {
  const rows: { gate: WrittenGate }[] = await db.query(`SELECT ${gateOfSeat} AS gate FROM seat x WHERE x.id = $1`, [seatId]);
  return seatGate(rows[0]?.gate ?? {});
}

/** Who may treat in the state of the place of gate `g`: a licence of somebody who leads, else a supervisor's word. */
const licenceOfGate = `(
  SELECT COALESCE(
    (SELECT jsonb_build_object('state', h.state, 'holder', n.given_name || ' ' || n.family_name, 'number', h.number, 'to', h.to_on)
      FROM seat l JOIN licence h ON h.person_id = l.person_id JOIN person n ON n.id = l.person_id
      WHERE l.session_id = s.id AND l.capacity IN ('lead', 'coLead') AND l.ended_at IS NULL AND h.state = g.place ->> 'state'
        AND (s.starts_at AT TIME ZONE p.zone)::date BETWEEN h.from_on AND h.to_on
      ORDER BY l.capacity DESC, h.to_on DESC LIMIT 1),
    (SELECT jsonb_build_object('state', o.state, 'override', jsonb_build_object('by', n.given_name || ' ' || n.family_name,
        'reason', o.reason, 'at', to_char(o.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      FROM licence_override o JOIN person n ON n.id = o.by_id
      WHERE o.session_id = s.id AND o.state = g.place ->> 'state' ORDER BY o.at LIMIT 1))
  FROM session s JOIN program p ON p.id = s.program_id JOIN session_kind k ON k.code = s.kind
  WHERE s.id = g.session_id AND k.counts_by_default)`;

const passSql = `
  UPDATE gate SET passed_at = COALESCE(gate.passed_at, $2), licence = found.licence
  FROM (SELECT g.seat_id, ${licenceOfGate} AS licence FROM gate g JOIN seat_gate v ON v.seat_id = g.seat_id AND v.passed
    WHERE g.session_id = $1 AND ($3::uuid IS NULL OR g.seat_id = $3)) found
  WHERE gate.seat_id = found.seat_id AND (gate.passed_at IS NULL OR gate.licence IS DISTINCT FROM found.licence)`;

/** Keeps with every gate that is passed now when that was, and by whose licence. */
export async function keepPassed(db: Queries, sessionId: string, at: string, seatId: string | null = null): Promise<void> {
  await db.query(passSql, [sessionId, at, seatId]);
}

const ownPlace = (place: string): string => `
  SELECT json_build_object('id', ${place}.id, 'kind', ${place}.kind, 'address', ${place}.address, 'state', ${place}.state)`;

/** All that the page of a patient's own gate shows. */
export const readGateSql = `
  SELECT x.id AS "seatId", s.starts_at AS "startsAt", ${gateOfSeat} AS gate, b.hide_address AS "hideAddress",
    g.declined_at IS NOT NULL AS declined,
    json_build_object('place', CASE WHEN g.place IS NOT NULL THEN json_build_object('id', g.place_id, 'kind', g.place ->> 'kind',
        'address', g.place ->> 'address', 'state', g.place ->> 'state') END,
      'overheard', g.overheard, 'overheardBy', COALESCE(g.overheard_by, ''), 'number', g.number, 'driving', g.driving) AS answers,
    json_build_object('place', (${ownPlace('l')} FROM patient_place l WHERE l.id = last.place_id AND NOT l.archived),
      'overheard', last.overheard, 'overheardBy', COALESCE(last.overheard_by, ''), 'number', COALESCE(last.number, NULLIF(n.phone, ''))) AS last,
    (SELECT COALESCE(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'address', l.address, 'state', l.state) ORDER BY l.created_at, l.id), '[]')
      FROM patient_place l WHERE l.patient_id = x.person_id AND NOT l.archived) AS places,
    (SELECT COALESCE(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'version', t.version, 'title', t.title, 'body', t.body,
        'from', t.from_on) ORDER BY t.kind DESC), '[]')
      FROM consent_text t
      WHERE (t.kind = 'telehealth' OR k.several_patients) AND t.from_on <= current_date
        AND NOT EXISTS (SELECT 1 FROM consent_text u WHERE u.kind = t.kind AND u.version > t.version AND u.from_on <= current_date)
        AND NOT EXISTS (SELECT 1 FROM consent_now c WHERE c.subject_id = x.person_id AND c.kind = t.kind)) AS "toSign"
  FROM seat x JOIN session s ON s.id = x.session_id JOIN session_kind k ON k.code = s.kind
    JOIN person n ON n.id = x.person_id JOIN patient b ON b.person_id = x.person_id
    LEFT JOIN gate g ON g.seat_id = x.id
    LEFT JOIN LATERAL (SELECT o.* FROM gate o JOIN seat y ON y.id = o.seat_id
      WHERE y.person_id = x.person_id AND o.seat_id <> x.id AND o.place IS NOT NULL ORDER BY o.changed_at DESC LIMIT 1) last ON true
  WHERE x.session_id = $1 AND x.person_id = $2 AND x.capacity IN ('patient', 'coFacilitator') AND x.ended_at IS NULL`;

/** What staff need of every patient of a session: where they are, and whom to call. */
export const readGatesSql = `
  SELECT x.id AS "seatId", x.person_id AS "personId", n.display_name AS name, ${gateOfSeat} AS gate,
    CASE WHEN g.place IS NOT NULL THEN json_build_object('id', g.place_id, 'kind', g.place ->> 'kind', 'address', g.place ->> 'address',
      'state', g.place ->> 'state', 'emergencyLine', l.emergency_line) END AS place,
    g.overheard, COALESCE(g.overheard_by, '') AS "overheardBy", COALESCE(g.number, NULLIF(n.phone, '')) AS number,
    COALESCE(g.driving, false) AS driving, g.licence,
    CASE WHEN c.person_id IS NOT NULL THEN json_build_object('name', c.name, 'relation', c.relation, 'phone', c.phone, 'notWhen', c.not_when)
      END AS contact
  FROM seat x JOIN person n ON n.id = x.person_id LEFT JOIN gate g ON g.seat_id = x.id LEFT JOIN patient_place l ON l.id = g.place_id
    LEFT JOIN emergency_contact c ON c.person_id = x.person_id
  WHERE x.session_id = $1 AND x.capacity IN ('patient', 'coFacilitator') AND x.ended_at IS NULL ORDER BY n.display_name, x.id`;
