import { Injectable } from '@nestjs/common';
import { CapacityName, hasGroupPart, NoteFacts, SessionKind } from '@rejoin/shared';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AppError } from '../common/app-error.js';
import { factsSql } from './facts.sql.js';

const nullable = z.string().nullable();
const { modality, patientPlace, admitted, blocks } = NoteFacts.shape;

const PatientRow = z.object({
  personId: z.string(),
  episodeId: z.string(),
  name: z.string(),
  dateOfBirth: z.string(),
  recordNumber: z.string(),
  part2: z.boolean(),
  in: nullable,
  out: nullable,
  presentSeconds: z.number(),
  countedSeconds: z.number(),
  modality,
  place: patientPlace,
  admitted,
  /** Given, family and display name. */
  names: z.array(z.string()),
});
export type PatientRow = z.infer<typeof PatientRow>;

const SessionRow = z.object({
  sessionId: z.string(),
  programId: z.string(),
  programName: z.string(),
  programZone: z.string(),
  title: z.string(),
  service: SessionKind,
  zone: z.string(),
  plannedFrom: z.string(),
  plannedTo: z.string(),
  actualFrom: nullable,
  actualTo: nullable,
  isOver: z.boolean(),
  serviceDate: z.string(),
  patientsAtOnce: z.int(),
  staff: NoteFacts.shape.staff,
  others: z.array(z.object({ capacity: CapacityName, count: z.int() })),
  blocks,
  patients: z.array(PatientRow),
});
type SessionRow = z.infer<typeof SessionRow>;

/** Whole minutes: what is not a full one is none. */
const minutes = (seconds: number): number => Math.floor(seconds / 60);

/** What the record says of one session, for every part of its note. */
export class RecordOfSession {
  constructor(readonly row: SessionRow) {}

  get hasGroup(): boolean {
    return hasGroupPart(this.row.service);
  }

  patient(patientId: string | null): PatientRow | undefined {
    return this.row.patients.find(({ personId }) => personId === patientId);
  }

  /** For the part of a patient, or for the common part. */
  facts(patientId: string | null): NoteFacts {
    const { row } = this;
    const patient = this.patient(patientId);
    return {
      programName: row.programName,
      title: row.title,
      service: row.service,
      zone: row.zone,
      patient: patient
        ? { name: patient.name, dateOfBirth: patient.dateOfBirth, recordNumber: patient.recordNumber, part2: patient.part2 }
        : null,
      planned: { from: row.plannedFrom, to: row.plannedTo },
      actual: { from: row.actualFrom, to: row.actualTo },
      own: patient
        ? {
            in: patient.in,
            out: patient.out,
            presentMinutes: minutes(patient.presentSeconds),
            countedMinutes: minutes(patient.countedSeconds),
          }
        : null,
      modality: patient ? patient.modality : this.modality(),
      patientPlace: patient?.place ?? null,
      patientsAtOnce: row.patientsAtOnce,
      staff: row.staff,
      others: row.others,
      admitted: patient?.admitted ?? null,
      blocks: row.blocks,
    };
  }

  /** Of the group: the most that any of its patients sent. */
  private modality(): NoteFacts['modality'] {
    return (['video', 'audio', 'inPerson'] as const).find((kind) => this.row.patients.some((patient) => patient.modality === kind)) ?? null;
  }
}

/** Reads the facts of all parts in one look. */
@Injectable()
export class NoteFactsService {
  async of(tx: Pick<EntityManager, 'query'>, sessionId: string, now: Date): Promise<RecordOfSession> {
    const rows: unknown[] = await tx.query(factsSql, [sessionId, now]);
    if (!rows[0]) throw new AppError('row.notFound');
    return new RecordOfSession(SessionRow.parse(rows[0]));
  }
}
