/** How long without a sign of life a page that did beat may be, and still count as alive when we end its connection. */
const missedBeatMs = 3_000;
const beatMs = 2_000;

/** How far an end at the last sign of life may be off; `$N` is when the end was noticed. */
const precisionOf = (noticed: string): string =>
  `CASE WHEN c.last_seen > c.from_at THEN ${beatMs} ELSE least(extract(epoch FROM greatest(${noticed} - c.last_seen, '0')) * 1000, 2000000000)::integer END`;

export const connectionSql = {
  /** $1 sid, $2 session, $3 seat, $4 person, $5 identity, $6 from, $7 source. In any order with the end, and as often as it comes. */
  begin: `
    INSERT INTO connection AS c (sid, session_id, seat_id, person_id, identity, place, from_at, last_seen, from_source)
    VALUES ($1, $2, $3, $4, $5, 'main', $6, $6, $7)
    ON CONFLICT (sid) DO UPDATE SET from_at = least(c.from_at, excluded.from_at, c.to_at), from_source = coalesce(c.from_source, excluded.from_source)
    WHERE c.from_at IS NULL OR c.from_at > excluded.from_at
    RETURNING sid`,

  /** $1 sid, $2 at. Alive at that time. */
  seen: `UPDATE connection SET last_seen = $2 WHERE sid = $1 AND to_at IS NULL AND last_seen < $2`,

  /** $1 identity. An identity has one participant: what is older ended at its last sign of life. */
  endReplaced: `
    UPDATE connection c SET to_at = greatest(c.from_at, least(c.last_seen, n.from_at)), to_source = 'heartbeat',
      precision_ms = ${precisionOf('n.from_at')}
    FROM connection n WHERE c.identity = $1 AND n.identity = $1 AND c.place = 'main' AND n.place = 'main'
      AND c.to_at IS NULL AND n.from_at > c.from_at`,

  /** $1 identity. */
  openSid: `SELECT sid FROM connection WHERE identity = $1 AND place = 'main' AND to_at IS NULL ORDER BY from_at DESC LIMIT 1`,

  /**
   * $1 sid, $2 the second in which the SFU saw a leaving by choice. A sign of life in that second, such as the closing of the
   * socket, tells it more exactly; without one it is the middle.
   */
  endByChoice: `
    UPDATE connection c SET to_at = greatest(c.from_at, e.at), to_source = 'webhook', precision_ms = e.precision
    FROM (SELECT sid, CASE WHEN is_near THEN last_seen ELSE $2::timestamptz + interval '500 milliseconds' END AS at,
        CASE WHEN is_near THEN 100 ELSE 500 END AS precision
      FROM (SELECT sid, last_seen, last_seen >= $2 AND last_seen < $2::timestamptz + interval '1 second' AND last_seen > from_at AS is_near
        FROM connection WHERE sid = $1) AS signs) AS e
    WHERE c.sid = e.sid AND (c.to_at IS NULL OR c.to_source NOT IN ('server', 'webhook') OR c.to_at > e.at + interval '1 second')`,

  /** $1 sid, $2 noticed at. */
  endUnknown: `
    UPDATE connection c SET to_at = greatest(c.from_at, least(c.last_seen, $2)), to_source = 'heartbeat', precision_ms = ${precisionOf('$2::timestamptz')}
    WHERE c.sid = $1 AND c.to_at IS NULL`,

  /** $1 identity, $2 at. We ended it, just now; who gave no sign of life any more was gone before. */
  endByUs: `
    UPDATE connection c SET to_at = greatest(c.from_at, CASE WHEN g.gone THEN c.last_seen ELSE $2 END),
      to_source = CASE WHEN g.gone THEN 'heartbeat' ELSE 'server' END, precision_ms = CASE WHEN g.gone THEN ${beatMs} ELSE 100 END
    FROM (SELECT sid, last_seen > from_at AND last_seen < $2::timestamptz - interval '${missedBeatMs} milliseconds' AS gone
      FROM connection WHERE identity = $1) AS g
    WHERE c.sid = g.sid AND c.place = 'main' AND (c.to_at IS NULL OR c.to_at > $2)`,

  /** $1 identity, $2 at. Last heard of through the signalling socket; the exact end where the SFU saw a leaving in that second. */
  socketClosed: `
    UPDATE connection c SET last_seen = greatest(c.last_seen, $2),
      to_at = CASE WHEN c.to_at IS NULL THEN NULL ELSE greatest(c.from_at, $2) END,
      precision_ms = CASE WHEN c.to_at IS NULL THEN NULL ELSE 100 END
    WHERE c.identity = $1 AND c.place = 'main'
      AND (c.to_at IS NULL OR (c.to_source = 'webhook' AND c.precision_ms = 500 AND abs(extract(epoch FROM c.to_at - $2)) <= 0.6))`,

  /** $1 session, $2 the sids that the SFU has, $3 when it was asked, $4 now. */
  endMissing: `
    UPDATE connection c SET to_at = greatest(c.from_at, least(c.last_seen, $4)), to_source = 'heartbeat', precision_ms = ${precisionOf('$4::timestamptz')}
    WHERE c.session_id = $1 AND c.place = 'main' AND c.to_at IS NULL AND c.from_at < $3 AND c.sid <> ALL ($2::text[]) RETURNING c.identity`,

  /** $1 stale before. Whoever waited and went away; and what a session that is over left open. */
  endStale: `
    UPDATE connection c SET to_at = greatest(c.from_at, least(c.last_seen, s.ended_at)), to_source = 'heartbeat', precision_ms = ${beatMs}
    FROM session s WHERE s.id = c.session_id AND c.to_at IS NULL AND c.last_seen < $1
      AND (c.place = 'waiting' OR s.ended_at < $1)`,

  endStaleMedia: `UPDATE medium SET to_at = last_seen WHERE to_at IS NULL AND last_seen < $1`,
} as const;
