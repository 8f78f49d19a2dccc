import { lostAfterMs } from '@rejoin/shared';

const columns = `(session_id uuid, seat_id uuid, person_id uuid, place text, identity text, sid text, video boolean, audio boolean,
  hears boolean, at timestamptz)`;
const beats = `json_to_recordset($1::json) AS b${columns}`;
const stale = `interval '${lostAfterMs} milliseconds'`;
const kinds = `CROSS JOIN LATERAL (VALUES ('videoSent', b.video), ('audioSent', b.audio), ('couldHear', b.hears)) AS k (kind, is_on)`;

/** A batch of beats, at most one of a seat, into the records; each statement takes the batch as JSON and gives the sessions it changed. */
export const heartbeatSql: readonly string[] = [
  `UPDATE connection c SET last_seen = b.at FROM ${beats} WHERE c.sid = b.sid AND c.to_at IS NULL AND c.last_seen < b.at
   RETURNING NULL::uuid AS session_id`,

  `UPDATE connection c SET to_at = c.last_seen, to_source = 'heartbeat', precision_ms = 2000 FROM ${beats}
   WHERE c.session_id = b.session_id AND c.seat_id = b.seat_id AND c.place = 'waiting' AND c.to_at IS NULL
     AND (b.place <> 'waiting' OR b.identity <> c.identity OR c.last_seen < b.at - ${stale})
   RETURNING c.session_id`,

  `UPDATE connection c SET last_seen = b.at FROM ${beats}
   WHERE c.session_id = b.session_id AND c.seat_id = b.seat_id AND c.place = 'waiting' AND c.to_at IS NULL AND c.last_seen < b.at
   RETURNING NULL::uuid AS session_id`,

  `INSERT INTO connection (sid, session_id, seat_id, person_id, identity, place, from_at, last_seen, from_source)
   SELECT 'waiting_' || gen_random_uuid(), b.session_id, b.seat_id, b.person_id, b.identity, 'waiting', b.at, b.at, 'heartbeat'
   FROM ${beats} WHERE b.place = 'waiting' AND NOT EXISTS (
     SELECT FROM connection c WHERE c.session_id = b.session_id AND c.seat_id = b.seat_id AND c.place = 'waiting' AND c.to_at IS NULL)
   RETURNING session_id`,

  `UPDATE medium m SET to_at = m.last_seen FROM ${beats} ${kinds}
   WHERE m.session_id = b.session_id AND m.person_id = b.person_id AND m.kind = k.kind AND m.to_at IS NULL
     AND (NOT k.is_on OR m.last_seen < b.at - ${stale})
   RETURNING m.session_id`,

  `UPDATE medium m SET last_seen = b.at FROM ${beats} ${kinds}
   WHERE m.session_id = b.session_id AND m.person_id = b.person_id AND m.kind = k.kind AND m.to_at IS NULL AND m.last_seen < b.at
   RETURNING NULL::uuid AS session_id`,

  `INSERT INTO medium (session_id, person_id, kind, from_at, last_seen, source)
   SELECT b.session_id, b.person_id, k.kind, b.at, b.at, 'heartbeat' FROM ${beats} ${kinds} WHERE k.is_on
   ON CONFLICT (session_id, person_id, kind) WHERE to_at IS NULL DO NOTHING
   RETURNING session_id`,
];
