import { ProgramSettings, staffRoles, type RoomEvent, type RoomPlan, type RoomState, type RosterSeat } from '@rejoin/shared';
import { eventsOf, eventsSql, type LogRow, type Queries } from './room.log.js';

type PlanRow = Omit<RoomPlan, 'startsAt' | 'phone' | 'chatKeptDays'> & {
  startsAt: Date;
  settings: unknown;
  seats: RosterSeat[];
  events: LogRow[];
};

/** Staff are those who lead and hold a staff role in the program today. */
const planSql = `
  SELECT s.id AS "sessionId", s.title, s.kind, s.mode, s.starts_at AS "startsAt", s.zone,
    s.planned_minutes AS "plannedMinutes", s.cancelled_at IS NOT NULL AS cancelled, p.settings,
    (SELECT COALESCE(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'topic', b.topic, 'minutes', b.minutes,
        'treatment', b.treatment, 'leadId', b.lead_id, 'leadName', COALESCE(l.display_name, '')) ORDER BY b.position), '[]')
      FROM session_block b LEFT JOIN person l ON l.id = b.lead_id WHERE b.session_id = s.id) AS blocks,
    (SELECT COALESCE(json_agg(json_build_object('seatId', x.id, 'personId', x.person_id, 'capacity', x.capacity,
        'name', n.display_name, 'pronouns', n.pronouns, 'ended', x.ended_at IS NOT NULL,
        'staff', x.capacity IN ('lead', 'coLead') AND EXISTS (
          SELECT 1 FROM role_assignment r WHERE r.person_id = x.person_id AND r.role = ANY ($3)
            AND (r.program_id IS NULL OR r.program_id = s.program_id)
            AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now()))) ORDER BY x.id), '[]')
      FROM seat x JOIN person n ON n.id = x.person_id WHERE x.session_id = s.id) AS seats,
    (SELECT COALESCE(json_agg(e), '[]') FROM (${eventsSql}) e) AS events
  FROM session s JOIN program p ON p.id = s.program_id WHERE s.id = $1`;

export type Planned = Pick<RoomState, 'plan' | 'roster'>;

/** What the schedule says of a session now, never cached beyond the next look; and the log from a place on, in the same look. */
export async function readPlan(db: Queries, sessionId: string, after: number): Promise<(Planned & { events: RoomEvent[] }) | undefined> {
  const rows: PlanRow[] = await db.query(planSql, [sessionId, after, staffRoles]);
  const row = rows[0];
  if (!row) return undefined;
  const { seats, settings, startsAt, events, ...plan } = row;
  const { phone, chatKeptDays } = ProgramSettings.parse(settings);
  return {
    plan: { ...plan, startsAt: startsAt.toISOString(), phone, chatKeptDays },
    roster: Object.fromEntries(seats.map((seat) => [seat.seatId, seat])),
    events: eventsOf(events),
  };
}
