import { Injectable } from '@nestjs/common';
import {
  ageOn,
  type InputOf,
  type listPatients,
  type NewPatient,
  type Patient as PatientView,
  type PatientSummary,
  type PersonChange,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { once, refusing } from './database-refusal.js';
import { EpisodeService } from './episode.service.js';
import { Patient } from './patient.entity.js';
import { listPatientsSql } from './patient.sql.js';
import type { Person } from './person.entity.js';
import { emailTaken, PersonService } from './person.service.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { managers, programsOf } from './scope.js';

const recordNumberTaken = { patient_record_number_key: 'row.exists' } as const;

@Injectable()
export class PatientService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonService,
    private readonly episodes: EpisodeService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: InputOf<typeof listPatients>['query']): Promise<PatientSummary[]> {
    const search = query.search?.trim() || null;
    return this.database.query(listPatientsSql, [
      actor.personId,
      programsOf(actor, managers),
      query.programId ?? null,
      query.closed,
      search,
    ]);
  }

  async enrol(actor: Actor, input: NewPatient): Promise<PatientView> {
    const today = await this.today(input.programId);
    if (input.dateOfBirth > today) throw new AppError('input.invalid', { fields: { dateOfBirth: 'This day is still to come.' } });
    if (ageOn(input.dateOfBirth, today) < 18) throw new AppError('patient.under18');
    if (await this.database.manager.existsBy(Patient, { personId: input.person.id })) return this.retried(actor, input.person.id);
    const taken = { ...emailTaken, ...recordNumberTaken };
    const person = await refusing(taken, () => once('person_pkey', () => this.database.transaction((tx) => this.insert(tx, input))));
    if (!person) return this.retried(actor, input.person.id);
    this.people.invite(person);
    return this.read(actor, person.id);
  }

  private async insert(tx: EntityManager, input: NewPatient): Promise<Person> {
    const person = await this.people.insert(tx, input.person);
    const personId = input.person.id;
    const now = this.clock.now();
    await tx.insert(Patient, { personId, dateOfBirth: input.dateOfBirth, recordNumber: input.recordNumber, createdAt: now });
    await tx.insert(RoleAssignment, { id: randomUUID(), personId, role: 'patient', programId: input.programId, from: now, to: null });
    await this.episodes.insert(tx, personId, { ...input.episode, programId: input.programId });
    return person;
  }

  async read(actor: Actor, patientId: string): Promise<PatientView> {
    const [person, patient, episodes] = await Promise.all([
      this.people.read(actor, patientId),
      this.database.manager.findOneBy(Patient, { personId: patientId }),
      this.episodes.visibleOf(actor, patientId),
    ]);
    if (!patient) throw new AppError('row.notFound');
    return { ...person, dateOfBirth: patient.dateOfBirth, recordNumber: patient.recordNumber, episodes };
  }

  async change(actor: Actor, patientId: string, input: PersonChange & { recordNumber?: string }): Promise<PatientView> {
    const { recordNumber, ...rest } = input;
    const also = async (tx: EntityManager): Promise<void> => {
      if (recordNumber !== undefined) await tx.update(Patient, { personId: patientId }, { recordNumber });
    };
    await refusing(recordNumberTaken, () => this.people.applyChange(actor, patientId, rest, also));
    return this.read(actor, patientId);
  }

  /** The calendar day where the program is. */
  private async today(programId: string): Promise<string> {
    const rows: { zone: string }[] = await this.database.query('SELECT zone FROM program WHERE id = $1', [programId]);
    const zone = rows[0]?.zone;
    if (zone === undefined) throw new AppError('row.notFound');
    return Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
  }

  private async retried(actor: Actor, patientId: string): Promise<PatientView> {
    try {
      await this.access.require(actor, 'patient.read', patientId);
    } catch {
      throw new AppError('row.exists');
    }
    return this.read(actor, patientId);
  }
}
