import { Injectable } from '@nestjs/common';
import {
  ProgramSettings,
  staffRoles,
  type Cohort as CohortView,
  type NewProgram,
  type Program as ProgramView,
  type ProgramChange,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { DataSource, In } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { isWithin, programsOf } from '../people/scope.js';
import { Cohort } from './cohort.entity.js';
import { Program } from './program.entity.js';

@Injectable()
export class ProgramService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ProgramView[]> {
    const scope = programsOf(actor, staffRoles);
    const where = scope === null ? {} : { id: In(scope) };
    return this.views(await this.database.manager.find(Program, { where, order: { name: 'ASC' } }));
  }

  async read(programId: string): Promise<ProgramView> {
    const [program] = await this.views(await this.database.manager.findBy(Program, { id: programId }));
    if (!program) throw new AppError('row.notFound');
    return program;
  }

  /** Who adds a program is its first administrator. */
  async create(actor: Actor, input: NewProgram): Promise<ProgramView> {
    const scope = programsOf(actor, ['administrator']);
    const existing = await this.database.manager.findOneBy(Program, { id: input.id });
    if (existing && !isWithin(scope, input.id)) throw new AppError('row.exists');
    if (existing) return this.read(input.id);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.insert(Program, { ...input, createdAt: now });
      if (scope === null) return;
      const role = { id: randomUUID(), personId: actor.personId, role: 'administrator', programId: input.id, from: now, to: null } as const;
      await tx.insert(RoleAssignment, role);
    });
    return this.read(input.id);
  }

  async change(programId: string, input: ProgramChange): Promise<ProgramView> {
    const isChange = Object.values(input).some((value) => value !== undefined);
    if (isChange) await this.database.manager.update(Program, { id: programId }, input);
    return this.read(programId);
  }

  async saveCohort(programId: string, cohort: CohortView): Promise<CohortView> {
    const existing = await this.database.manager.findOneBy(Cohort, { id: cohort.id });
    if (existing && existing.programId !== programId) throw new AppError('row.notFound');
    await this.database.manager.upsert(Cohort, { ...cohort, programId }, ['id']);
    return cohort;
  }

  private async views(programs: readonly Program[]): Promise<ProgramView[]> {
    const programId = In(programs.map(({ id }) => id));
    const cohorts = await this.database.manager.find(Cohort, { where: { programId }, order: { name: 'ASC' } });
    return programs.map((program) => ({
      ...program,
      settings: ProgramSettings.parse(program.settings),
      cohorts: cohorts.filter((cohort) => cohort.programId === program.id),
    }));
  }
}
