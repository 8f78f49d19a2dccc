import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one definition of minutes: the gauge, the report, the note and the claim all read it. */
export class AttendanceMinutes1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE connection ADD COLUMN identity text NOT NULL DEFAULT '';
      CREATE INDEX connection_identity ON connection (identity);
      CREATE UNIQUE INDEX medium_one_open ON medium (session_id, person_id, kind) WHERE to_at IS NULL;

      -- Two ends in the wrong order are an empty span, not an error that takes a whole report along.
      CREATE FUNCTION span(from_at timestamptz, to_at timestamptz) RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN from_at < to_at THEN tstzrange(from_at, to_at) ELSE 'empty'::tstzrange END
      $$;

      CREATE FUNCTION seconds_in(spans tstzmultirange) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(extract(epoch FROM sum(upper(s) - lower(s))), 0)::double precision FROM unnest(spans) AS s
      $$;

      -- Whoever has a seat: when they were in a counted place while the session ran, and what of it the payer's rule counts.
      -- An open connection lasts until its last sign of life.
      CREATE FUNCTION attendance_spans(of_session uuid, as_of timestamptz)
      RETURNS TABLE (seat_id uuid, person_id uuid, capacity text, present tstzmultirange, counted tstzmultirange)
      LANGUAGE sql STABLE AS $$
        WITH held AS (
          SELECT s.program_id, span(s.started_at, coalesce(s.ended_at, as_of)) AS time FROM session s WHERE s.id = of_session
        ), rule AS (
          SELECT r.count_breaks, r.staff_required FROM payer_rule r, held
          WHERE r.program_id IS NULL OR r.program_id = held.program_id
          ORDER BY r.program_id NULLS LAST, r.id LIMIT 1
        ), connected AS (
          SELECT c.person_id, range_agg(span(c.from_at, coalesce(c.to_at, c.last_seen))) AS spans
          FROM connection c WHERE c.session_id = of_session AND c.place = 'main' GROUP BY c.person_id
        ), corrected AS (
          SELECT k.person_id,
            coalesce(range_agg(span(k.from_at, k.to_at)) FILTER (WHERE k.effect = 'add'), '{}') AS added,
            coalesce(range_agg(span(k.from_at, k.to_at)) FILTER (WHERE k.effect = 'remove'), '{}') AS removed
          FROM correction k WHERE k.session_id = of_session GROUP BY k.person_id
        ), inside AS (
          SELECT x.id, x.person_id, x.capacity,
            (coalesce(c.spans, '{}') + coalesce(k.added, '{}') - coalesce(k.removed, '{}')) * tstzmultirange(held.time) AS spans,
            x.capacity IN ('lead', 'coLead') AND EXISTS (
              SELECT 1 FROM role_assignment r
              WHERE r.person_id = x.person_id AND r.role NOT IN ('patient', 'familyContact')
                AND (r.program_id IS NULL OR r.program_id = held.program_id)
                AND tstzrange(r.from_at, r.to_at, '[]') && held.time) AS is_staff
          FROM seat x CROSS JOIN held
          LEFT JOIN connected c ON c.person_id = x.person_id
          LEFT JOIN corrected k ON k.person_id = x.person_id
          WHERE x.session_id = of_session
        ), staff AS (
          SELECT coalesce(range_agg(s), '{}') AS spans FROM inside, unnest(inside.spans) AS s WHERE inside.is_staff
        ), pauses AS (
          SELECT a.person_id, range_agg(span(a.from_at, coalesce(a.to_at, 'infinity'))) AS spans
          FROM activity a, rule
          WHERE a.session_id = of_session AND NOT (a.kind = 'break' AND rule.count_breaks) GROUP BY a.person_id
        )
        SELECT i.id, i.person_id, i.capacity, i.spans,
          (i.spans - coalesce(own.spans, '{}') - coalesce(everyones.spans, '{}'))
            * CASE WHEN rule.staff_required THEN staff.spans ELSE '{(,)}' END
        FROM inside i CROSS JOIN rule CROSS JOIN staff
        LEFT JOIN pauses own ON own.person_id = i.person_id
        LEFT JOIN pauses everyones ON everyones.person_id IS NULL
      $$;

      -- The most patients in the room at one time: who leaves at an instant is out before who comes at it.
      CREATE FUNCTION most_patients_at_once(of_session uuid, as_of timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
        WITH spans AS (
          SELECT s FROM attendance_spans(of_session, as_of) a, unnest(a.present) AS s WHERE a.capacity = 'patient'
        ), steps AS (
          SELECT lower(s) AS at, 1 AS change FROM spans UNION ALL SELECT upper(s), -1 FROM spans
        )
        SELECT coalesce(max(present), 0)::integer
        FROM (SELECT sum(change) OVER (ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS present FROM steps) AS counts
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
