import { staffRoles } from '@rejoin/shared';
import { iso } from '../attendance/report.sql.js';

const wasThere = `(NOT isempty(a.present) OR s.mode = 'inPerson' AND a.capacity <> 'patient'
  AND EXISTS (SELECT 1 FROM seat k WHERE k.id = a.seat_id AND k.ended_at IS NULL))`;

const isStaff = `(a.capacity IN ('lead', 'coLead') OR a.capacity = 'observer' AND EXISTS (
  SELECT 1 FROM role_assignment r WHERE r.person_id = a.person_id
    AND r.role IN (${staffRoles.map((role) => `'${role}'`).join(', ')})
    AND (r.program_id IS NULL OR r.program_id = s.program_id)
    AND tstzrange(r.from_at, r.to_at, '[]') && tstzrange(least(s.starts_at, s.started_at), greatest(s.starts_at, coalesce(s.ended_at, $2)), '[]')))`;

const medium = (kinds: string): string => `EXISTS (SELECT 1 FROM medium m
  WHERE m.session_id = s.id AND m.person_id = x.person_id AND m.kind IN (${kinds})
    AND span(m.from_at, coalesce(m.to_at, m.last_seen)) && span(s.started_at, coalesce(s.ended_at, $2)))`;

const patients = `
  SELECT json_build_object(
    'personId', x.person_id, 'name', p.given_name || ' ' || p.family_name, 'dateOfBirth', t.date_of_birth,
    'recordNumber', t.record_number, 'part2', e.part2, 'episodeId', e.id,
    'in', ${iso('lower(a.present)')}, 'out', ${iso('upper(a.present)')},
    'presentSeconds', seconds_in(a.present), 'countedSeconds', seconds_in(a.counted),
    'modality', CASE WHEN ${medium(`'videoSent'`)} THEN 'video' WHEN ${medium(`'audioSent', 'couldHear'`)} THEN 'audio'
      WHEN s.mode = 'inPerson' OR s.mode = 'mixed' AND NOT isempty(a.present)
        AND NOT EXISTS (SELECT 1 FROM connection c WHERE c.session_id = s.id AND c.person_id = x.person_id) THEN 'inPerson' END,
    'place', (SELECT json_build_object('kind', g.place ->> 'kind', 'address', g.place ->> 'address', 'state', g.place ->> 'state')
      FROM gate g WHERE g.seat_id = x.id AND g.place IS NOT NULL),
    'admitted', (SELECT json_build_object('byName', w.given_name || ' ' || w.family_name, 'at', ${iso('v.at')})
      FROM room_event v JOIN person w ON w.id = v.actor_id
      WHERE v.session_id = s.id AND v.type = 'seat.admitted' AND v.payload ->> 'seatId' = x.id::text ORDER BY v.seq LIMIT 1),
    'names', json_build_array(p.given_name, p.family_name, p.display_name)) AS row
  FROM seat x JOIN person p ON p.id = x.person_id JOIN patient t ON t.person_id = p.id JOIN episode e ON e.id = x.episode_id
    JOIN spans a ON a.seat_id = x.id
  WHERE x.session_id = s.id AND x.capacity = 'patient'
    AND (x.ended_at IS NULL OR x.ended_at >= s.started_at
      OR EXISTS (SELECT 1 FROM note n WHERE n.session_id = s.id AND n.patient_id = x.person_id))
  ORDER BY p.family_name, p.given_name, p.id`;

/**
 * What the record says of a session ($1) at an instant ($2), for all parts of its note at once. Patients are those with a seat,
 * those whose seat ended after it began, and those with a part.
 */
export const factsSql = `
  WITH spans AS MATERIALIZED (SELECT * FROM attendance_spans($1, $2))
  SELECT s.id AS "sessionId", s.program_id AS "programId", g.name AS "programName", g.zone AS "programZone", s.title, s.kind AS service, s.zone,
    ${iso('s.starts_at')} AS "plannedFrom", ${iso(`(s.starts_at + s.planned_minutes * interval '1 minute')`)} AS "plannedTo",
    ${iso('s.started_at')} AS "actualFrom", ${iso('s.ended_at')} AS "actualTo",
    s.ended_at IS NOT NULL OR s.cancelled_at IS NOT NULL OR s.started_at IS NULL AND s.starts_at <= $2 AS "isOver",
    ((coalesce(s.started_at, s.starts_at) AT TIME ZONE s.zone)::date)::text AS "serviceDate",
    most_patients_at_once(s.id, $2) AS "patientsAtOnce",
    coalesce((SELECT json_agg(json_build_object('name', p.given_name || ' ' || p.family_name,
        'credentials', coalesce(f.credentials, ''), 'capacity', a.capacity) ORDER BY a.capacity <> 'lead', a.capacity <> 'coLead', p.family_name, p.id)
      FROM spans a JOIN person p ON p.id = a.person_id LEFT JOIN staff_profile f ON f.person_id = p.id
      WHERE ${isStaff} AND ${wasThere}), '[]') AS staff,
    coalesce((SELECT json_agg(json_build_object('capacity', o.capacity, 'count', o.count) ORDER BY o.capacity) FROM (
      SELECT a.capacity, count(*)::int AS count FROM spans a
      WHERE a.capacity <> 'patient' AND NOT ${isStaff} AND ${wasThere} GROUP BY a.capacity) o), '[]') AS others,
    coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'topic', k.topic, 'treatment', k.treatment,
        'from', ${iso('b.from_at')}, 'to', ${iso('b.to_at')}) ORDER BY b.from_at, b.id)
      FROM actual_block b JOIN session_block k ON k.id = b.block_id WHERE b.session_id = s.id), '[]') AS blocks,
    coalesce((SELECT json_agg(q.row) FROM (${patients}) q), '[]') AS patients
  FROM session s JOIN program g ON g.id = s.program_id WHERE s.id = $1`;
