import { Injectable } from '@nestjs/common';
import type { NewRole, RoleAssignment as RoleView } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { PersonService } from './person.service.js';
import { roleView } from './person.view.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { isWithin, programsOf } from './scope.js';

@Injectable()
export class RoleService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonService,
    private readonly clock: Clock,
  ) {}

  async assign(actor: Actor, personId: string, input: NewRole): Promise<RoleView> {
    this.people.checkHandOut(actor, input.role, input.programId);
    const role = { ...input, personId, from: new Date(input.from), to: input.to ? new Date(input.to) : null };
    if (role.to && role.to < role.from) throw new AppError('input.invalid', { fields: { to: 'The end comes before the beginning.' } });
    const existing = await this.database.manager.findOneBy(RoleAssignment, { id: input.id });
    if (existing && (existing.personId !== personId || existing.role !== input.role)) throw new AppError('row.exists');
    if (existing) return roleView(existing);
    await this.database.manager.insert(RoleAssignment, role);
    return roleView(role);
  }

  async end(actor: Actor, personId: string, roleId: string, to: Date): Promise<RoleView> {
    return this.database.transaction(async (tx) => {
      const administrators = await this.lockAdministrators(tx);
      const role = await tx.findOne(RoleAssignment, { where: { id: roleId, personId }, lock: { mode: 'pessimistic_write' } });
      if (!role || !isWithin(programsOf(actor, ['administrator']), role.programId)) throw new AppError('row.notFound');
      if (role.to?.getTime() === to.getTime()) return roleView(role);
      if (to < role.from) throw new AppError('input.invalid', { fields: { to: 'The end comes before the beginning.' } });
      if (role.to && role.to <= this.clock.now()) throw new AppError('row.changed');
      if (role.role === 'administrator') this.checkNotLast(administrators, role);
      await tx.update(RoleAssignment, { id: roleId }, { to });
      return roleView({ ...role, to });
    });
  }

  /** Two administrators who end each other at the same time come one after the other. */
  private lockAdministrators(tx: EntityManager): Promise<RoleAssignment[]> {
    return tx.find(RoleAssignment, { where: { role: 'administrator' }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  private checkNotLast(administrators: readonly RoleAssignment[], ending: RoleAssignment): void {
    const now = this.clock.now();
    const others = administrators.filter((role) => role.id !== ending.id && role.from <= now && role.to === null);
    const remain = others.some(({ programId }) => programId === null || programId === ending.programId);
    if (!remain) throw new AppError('role.last');
  }
}
