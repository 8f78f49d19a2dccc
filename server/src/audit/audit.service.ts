import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface AuditEntry {
  actorId: string | null;
  action: string;
  outcome: 'done' | 'refused';
  rowKind?: string;
  rowId?: string | null;
  patientId?: string | null;
  sessionId?: string | null;
  /** Opaque facts only: no name, no free text. */
  details?: Record<string, string | number | boolean | null>;
}

/** The append-only log of who saw, changed, signed, got a token or was refused. */
@Injectable()
export class AuditService {
  constructor(private readonly database: DataSource) {}

  /** Records in the given transaction, or in one of its own. */
  async record(entry: AuditEntry, tx?: EntityManager): Promise<void> {
    await (tx ?? this.database).query(
      `INSERT INTO audit_event (actor_id, action, outcome, row_kind, row_id, patient_id, session_id, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        entry.actorId,
        entry.action,
        entry.outcome,
        entry.rowKind ?? 'none',
        entry.rowId ?? null,
        entry.patientId ?? null,
        entry.sessionId ?? null,
        entry.details ?? {},
      ],
    );
  }
}
