import { Injectable } from '@nestjs/common';
import type { RowKind } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Batches } from '../common/batches.js';
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
  INSERT INTO audit_event (entry_id, actor_id, action, outcome, row_kind, row_id, patient_id, session_id, details)
  SELECT e.entry_id, e.actor_id, e.action, e.outcome, e.row_kind, e.row_id, subject.patient_id, COALESCE(e.session_id, CASE e.row_kind
      WHEN 'session' THEN e.row_id
      WHEN 'seat' THEN (SELECT session_id FROM seat WHERE id = e.row_id)
      WHEN 'note' THEN (SELECT session_id FROM note WHERE id = e.row_id) END), e.details
  FROM json_to_recordset($1::json) AS e (entry_id uuid, actor_id uuid, action text, outcome text, row_kind text, row_id uuid, patient_ids uuid[],
      session_id uuid, details jsonb),
    unnest(CASE WHEN cardinality(e.patient_ids) > 0 THEN e.patient_ids ELSE ARRAY[CASE e.row_kind
      WHEN 'patient' THEN e.row_id
      WHEN 'person' THEN (SELECT person_id FROM patient WHERE person_id = e.row_id)
      WHEN 'episode' THEN (SELECT patient_id FROM episode WHERE id = e.row_id)
      WHEN 'seat' THEN (SELECT person_id FROM seat WHERE id = e.row_id AND capacity IN ('patient', 'coFacilitator'))
      WHEN 'note' THEN (SELECT patient_id FROM note WHERE id = e.row_id) END] END) AS subject (patient_id)
  ON CONFLICT (entry_id, patient_id) WHERE entry_id IS NOT NULL DO NOTHING`;

/** Keeps its id when it is sent again after a lost connection: what was kept then is not kept twice. */
type Numbered = AuditEntry & { entryId: string };

const rowOf = (entry: Numbered) => ({
  entry_id: entry.entryId,
  actor_id: entry.actorId,
  action: entry.action,
  outcome: entry.outcome,
  row_kind: entry.rowKind ?? 'none',
  row_id: entry.rowId ?? null,
  patient_ids: [...new Set(entry.patientIds)],
  session_id: entry.sessionId ?? null,
  details: entry.details ?? {},
});

/** The append-only log of who saw, changed, signed, got a token or was refused. */
@Injectable()
export class AuditService {
  private readonly queue = new Batches<Numbered>((entries) => this.write(this.prepared, entries));

  constructor(private readonly prepared: Prepared) {}

  /** Records in the given transaction, or in one that entries which wait together share. */
  async record(entry: AuditEntry, tx?: EntityManager): Promise<void> {
    const numbered = { ...entry, entryId: randomUUID() };
    await (tx ? this.write(tx, [numbered]) : this.queue.add(numbered));
  }

  private async write(db: Pick<EntityManager, 'query'>, entries: readonly Numbered[]): Promise<void> {
    await db.query(insert, [JSON.stringify(entries.map(rowOf))]);
  }
}
