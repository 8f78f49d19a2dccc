import {
  ProgramSettings,
  staffRoles,
  type RoomEvent,
  type RoomPlan,
  type RoomState,
  type RosterSeat,
  type SensoryForStaff,
} from '@rejoin/shared';
import { checksSql, deviceReport, type WrittenCheck } from './device-check.sql.js';
import { gateJson, seatGate, type WrittenGate } from './gate.sql.js';
import { eventsOf, eventsSql, type LogRow, type Queries } from './room.log.js';

type PlanRow = Omit<RoomPlan, 'phone' | 'chatKeptDays'> & {
  settings: unknown;
  seats: RosterSeat[];
  gates: Record<string, WrittenGate> | null;
  checks: Record<string, WrittenCheck> | null;
  sensory: Record<string, SensoryForStaff> | null;
};

/** Staff are those who lead and hold a staff role in the program today. */
const scheduleSql = `
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
    (SELECT json_object_agg(g.seat_id, ${gateJson}) FROM seat_gate g WHERE g.session_id = s.id) AS gates,
    (${checksSql}) AS checks,
    (SELECT json_object_agg(x.id, json_build_object('ceilingDb', f.ceiling_db, 'softHighs', f.soft_highs, 'dim', f.dim,
        'largerText', f.larger_text, 'reducedMotion', f.reduced_motion) ORDER BY x.id)
      FROM seat x JOIN sensory_profile f ON f.person_id = x.person_id WHERE x.session_id = s.id) AS sensory
  FROM session s JOIN program p ON p.id = s.program_id WHERE s.id = $1`;

const planSql = `
  SELECT row_to_json(schedule)::text AS text, (SELECT json_agg(e) FROM (${eventsSql}) e) AS events FROM (${scheduleSql}) schedule`;

export type Planned = Pick<RoomState, 'plan' | 'roster'>;

const withGate = (seat: RosterSeat, gate: WrittenGate | undefined): RosterSeat => (gate ? { ...seat, gate: seatGate(gate) } : seat);

const checked = (check: WrittenCheck | undefined) => (check ? { check: deviceReport(check) } : {});

const felt = (sensory: SensoryForStaff | undefined) => (sensory ? { sensory } : {});

function toPlanned(text: string): Planned {
  const { seats, gates, checks, sensory, settings, startsAt, ...plan } = JSON.parse(text) as PlanRow;
  const { phone, chatKeptDays } = ProgramSettings.parse(settings);
  return {
    plan: { ...plan, startsAt: new Date(startsAt).toISOString(), phone, chatKeptDays },
    roster: Object.fromEntries(
      seats.map((seat) => [
        seat.seatId,
        { ...withGate(seat, gates?.[seat.seatId]), ...felt(sensory?.[seat.seatId]), ...checked(checks?.[seat.seatId]) },
      ]),
    ),
  };
}

/** What the schedule says of sessions, asked at every look; what it says word for word as before is the same value as before. */
export class RoomPlans {
  private readonly last = new Map<string, { text: string; planned: Planned }>();

  /** The plan now; and the log from a place on, in the same look. */
  async read(db: Queries, sessionId: string, after: number): Promise<(Planned & { events: RoomEvent[] }) | undefined> {
    const rows: { text: string; events: LogRow[] | null }[] = await db.query(planSql, [sessionId, after, staffRoles]);
    const row = rows[0];
    return row && { ...this.planned(sessionId, row.text), events: eventsOf(row.events ?? []) };
  }

  forget(sessionId: string): void {
    this.last.delete(sessionId);
  }

  private planned(sessionId: string, text: string): Planned {
    const last = this.last.get(sessionId);
    if (last?.text === text) return last.planned;
    const planned = toPlanned(text);
    this.last.set(sessionId, { text, planned });
    return planned;
  }
}
