import type { Block, Seat, Session, SessionSummary } from '@rejoin/shared';
import type { SessionRow, SessionSummaryRow } from './schedule.sql.js';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export const summaryView = (row: SessionSummaryRow): SessionSummary => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  startedAt: iso(row.startedAt),
  endedAt: iso(row.endedAt),
});

export const sessionView = (row: SessionRow, blocks: Block[], seats: Seat[]): Session => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  startedAt: iso(row.startedAt),
  endedAt: iso(row.endedAt),
  blocks,
  seats,
  cancellation: row.cancelledAt && {
    at: row.cancelledAt.toISOString(),
    byName: row.cancelledByName,
    whose: row.cancelledWhose,
    reason: row.cancelledReason,
  },
});
