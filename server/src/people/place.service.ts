import { Injectable } from '@nestjs/common';
import type { NewPlace, PatientPlace, PlaceChange } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';

const placesSql = `
  SELECT l.id, l.kind, l.address, l.state, l.emergency_line AS "emergencyLine", p.display_name AS "emergencyLineBy", l.archived
  FROM patient_place l LEFT JOIN person p ON p.id = l.emergency_line_by
  WHERE l.patient_id = $1 ORDER BY l.archived, l.created_at DESC, l.id`;

/** Where patients meet from. The patient says where, staff look up who helps there. */
@Injectable()
export class PlaceService {
  constructor(private readonly database: DataSource) {}

  async of(patientId: string, db: Pick<EntityManager, 'query'> = this.database): Promise<PatientPlace[]> {
    return db.query(placesSql, [patientId]);
  }

  /** The id is the patient's own: made again, it is the same place. */
  async add(tx: EntityManager, patientId: string, { id, kind, address, state }: NewPlace): Promise<void> {
    await tx.query(
      `INSERT INTO patient_place (id, patient_id, kind, address, state) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`,
      [id, patientId, kind, address, state],
    );
    const rows: unknown[] = await tx.query(`SELECT 1 FROM patient_place WHERE id = $1 AND patient_id = $2`, [id, patientId]);
    if (rows.length === 0) throw new AppError('row.exists');
  }

  async change(by: string, patientId: string, placeId: string, { emergencyLine, archived }: PlaceChange): Promise<PatientPlace> {
    await this.database.query(
      `UPDATE patient_place SET archived = COALESCE($3, archived),
         emergency_line = CASE WHEN $4 THEN $5 ELSE emergency_line END,
         emergency_line_by = CASE WHEN $4 THEN $6::uuid ELSE emergency_line_by END
       WHERE id = $1 AND patient_id = $2`,
      [placeId, patientId, archived ?? null, emergencyLine !== undefined, emergencyLine ?? null, emergencyLine ? by : null],
    );
    const place = (await this.of(patientId)).find(({ id }) => id === placeId);
    if (!place) throw new AppError('row.notFound');
    return place;
  }
}
