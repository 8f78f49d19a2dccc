export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listOf = (row: Record<string, string>, from: string): string => {
  const pairs = Object.entries(row).map(([key, value]) => `'${key}', ${value}`);
  return `coalesce((SELECT json_agg(json_build_object(${pairs.join(', ')}) ORDER BY ${from.includes('correction') ? 'x.at' : 'x.from_at'}) FROM ${from}), '[]')`;
};

const ofPerson = 'x.session_id = $1 AND x.person_id = a.person_id';

/** $1 session, $2 now. One row of every seat, with its intervals and where each of them comes from. */
export const peopleSql = `
  SELECT a.person_id AS "personId", a.seat_id AS "seatId", p.given_name || ' ' || p.family_name AS name, a.capacity,
    seconds_in(a.present) AS "presentSeconds", seconds_in(a.counted) AS "countedSeconds",
    ${iso('lower(a.present)')} AS "firstIn", ${iso('upper(a.present)')} AS "lastOut",
    ${listOf(
      {
        place: 'x.place',
        from: iso('x.from_at'),
        to: iso('x.to_at'),
        fromSource: 'x.from_source',
        toSource: 'x.to_source',
        precisionMs: 'x.precision_ms',
      },
      `connection x WHERE ${ofPerson} AND x.from_at IS NOT NULL`,
    )} AS connections,
    ${listOf({ kind: 'x.kind', from: iso('x.from_at'), to: iso('x.to_at'), source: 'x.source' }, `medium x WHERE ${ofPerson}`)} AS media,
    ${listOf(
      { kind: 'x.kind', from: iso('x.from_at'), to: iso('x.to_at') },
      `activity x WHERE x.session_id = $1 AND (x.person_id = a.person_id OR x.person_id IS NULL)`,
    )} AS activities,
    ${listOf(
      {
        id: 'x.id',
        effect: 'x.effect',
        from: iso('x.from_at'),
        to: iso('x.to_at'),
        reason: 'x.reason',
        authorName: `(SELECT w.given_name || ' ' || w.family_name FROM person w WHERE w.id = x.author_id)`,
        at: iso('x.at'),
      },
      `correction x WHERE ${ofPerson}`,
    )} AS corrections
  FROM attendance_spans($1, $2) a JOIN person p ON p.id = a.person_id
  ORDER BY a.capacity <> 'lead', a.capacity <> 'coLead', p.family_name, p.given_name, a.seat_id`;

/** $1 session, $2 now, $3 a sign of life since. */
export const sessionSql = `
  SELECT s.id AS "sessionId", ${iso('s.started_at')} AS "startedAt", ${iso('s.ended_at')} AS "endedAt",
    most_patients_at_once(s.id, $2) AS "mostPatientsAtOnce",
    (SELECT count(DISTINCT c.person_id)::integer FROM connection c JOIN seat x ON x.id = c.seat_id AND x.capacity = 'patient'
     WHERE c.session_id = s.id AND c.place = 'main' AND c.to_at IS NULL AND c.last_seen >= $3 AND s.ended_at IS NULL) AS "patientsNow"
  FROM session s WHERE s.id = $1`;

/** $1 id, $2 session, $3 person, $4 effect, $5 from, $6 to, $7 reason, $8 author, $9 now. The same id again adds nothing. */
export const correctSql = `
  INSERT INTO correction (id, session_id, person_id, effect, from_at, to_at, reason, author_id, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`;

/** $1 id, $2 session, $3 person. */
export const correctionSql = `
  SELECT x.id, x.effect, ${iso('x.from_at')} AS from, ${iso('x.to_at')} AS to, x.reason,
    w.given_name || ' ' || w.family_name AS "authorName", ${iso('x.at')} AS at
  FROM correction x JOIN person w ON w.id = x.author_id WHERE x.id = $1 AND x.session_id = $2 AND x.person_id = $3`;

/** $1 session, $2 person. */
export const correctableSql = `
  SELECT s.started_at AS "startedAt", s.ended_at AS "endedAt" FROM session s JOIN seat x ON x.session_id = s.id
  WHERE s.id = $1 AND x.person_id = $2`;
