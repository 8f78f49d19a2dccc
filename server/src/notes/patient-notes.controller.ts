import { Controller } from '@nestjs/common';
import { listPatientNotes, type InputOf, type PatientNote, type ReplyOf } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { Input, Route } from '../common/route.decorator.js';

const signedSql = `
  SELECT n.id, s.title, n.service_date::text AS "serviceDate", concat_ws(' ', p.given_name, p.family_name) AS "authorName",
    n.signed_at AS "signedAt"
  FROM note n JOIN session s ON s.id = n.session_id JOIN person p ON p.id = n.author_id
  WHERE n.patient_id = $1 AND n.status = 'signed' AND n.signed_at IS NOT NULL
  ORDER BY n.service_date DESC, s.starts_at DESC, n.id LIMIT 300`;

@Controller()
export class PatientNotesController {
  constructor(private readonly database: DataSource) {}

  @Route(listPatientNotes)
  async list(@Input() { params }: InputOf<typeof listPatientNotes>): Promise<ReplyOf<typeof listPatientNotes>> {
    const rows: (Omit<PatientNote, 'signedAt'> & { signedAt: Date })[] = await this.database.query(signedSql, [params.patientId]);
    return rows.map((row) => ({ ...row, signedAt: row.signedAt.toISOString() }));
  }
}
