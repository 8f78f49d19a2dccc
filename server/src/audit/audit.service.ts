import { Injectable } from '@nestjs/common';
import type { RowKind } from '@rejoin/shared';
import type { EntityManager } from 'typeorm';
import { Prepared } from '../database/prepared.js';

export interface AuditEntry {
  actorId: string | null;
  action: string;
  outcome: 'done' | 'refused';
  rowKind?: RowKind;
  rowId?: string | null;
  /** Every patient whose data this was about: one row is kept for each. Found by the row where none is given. */
  patientIds?: readonly string[];
  sessionId?: string | null;
  /** Opaque facts only: no name, no free text. */
  details?: Record<string, string | number | boolean | null>;
}

const insert = `
  INSERT INTO audit_event (actor_id, action, outcome, row_kind, row_id, patient_id, session_id, details)
  SELECT $1, $2, $3, $4, $5::uuid, subject.patient_id, COALESCE($7::uuid, CASE $4
      WHEN 'session' THEN $5::uuid
      WHEN 'seat' THEN (SELECT session_id FROM seat WHERE id = $5::uuid)
      WHEN 'note' THEN (SELECT session_id FROM note WHERE id = $5::uuid) END), $8::jsonb
  FROM unnest(CASE WHEN cardinality($6::uuid[]) > 0 THEN $6::uuid[] ELSE ARRAY[CASE $4
      WHEN 'patient' THEN $5::uuid
      WHEN 'person' THEN (SELECT person_id FROM patient WHERE person_id = $5::uuid)
      WHEN 'episode' THEN (SELECT patient_id FROM episode WHERE id = $5::uuid)
      WHEN 'seat' THEN (SELECT person_id FROM seat WHERE id = $5::uuid AND capacity = 'patient')
      WHEN 'note' THEN (SELECT patient_id FROM note WHERE id = $5::uuid) END] END) AS subject (patient_id)`;

/** The append-only log of who saw, changed, signed, got a token or was refused. */
@Injectable()
export class AuditService {
  constructor(private readonly prepared: Prepared) {}

  /** Records in the given transaction, or in one of its own. */
  async record(entry: AuditEntry, tx?: EntityManager): Promise<void> {
    const target: Pick<EntityManager, 'query'> = tx ?? this.prepared;
    await target.query(insert, [
      entry.actorId,
      entry.action,
      entry.outcome,
      entry.rowKind ?? 'none',
      entry.rowId ?? null,
      [...new Set(entry.patientIds)],
      entry.sessionId ?? null,
      JSON.stringify(entry.details ?? {}),
    ]);
  }
}
