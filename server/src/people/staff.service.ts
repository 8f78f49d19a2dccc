import { Injectable } from '@nestjs/common';
import { isNpi, type StaffProfile as StaffView } from '@rejoin/shared';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { office, programsOf } from './scope.js';
import { Licence, StaffProfile, Supervision } from './staff-profile.entity.js';

@Injectable()
export class StaffService {
  constructor(private readonly database: DataSource) {}

  async read(personId: string): Promise<StaffView> {
    const [profile, licences, supervision] = await Promise.all([
      this.database.manager.findOneBy(StaffProfile, { personId }),
      this.database.manager.find(Licence, { where: { personId }, order: { from: 'ASC', id: 'ASC' } }),
      this.database.manager.find(Supervision, { where: { personId }, order: { from: 'ASC', id: 'ASC' } }),
    ]);
    return { credentials: '', npi: null, preLicensed: false, ...profile, licences, supervision };
  }

  async save(actor: Actor, personId: string, input: StaffView): Promise<StaffView> {
    if (input.supervision.some(({ supervisorId }) => supervisorId === personId)) throw new AppError('staff.supervisorSelf');
    if (input.npi !== null && !isNpi(input.npi)) throw new AppError('input.invalid');
    const { licences, supervision, credentials, npi, preLicensed } = input;
    await this.database.transaction(async (tx) => {
      await tx.upsert(StaffProfile, { personId, credentials, npi, preLicensed }, ['personId']);
      await tx.findOne(StaffProfile, { where: { personId }, lock: { mode: 'pessimistic_write' } });
      await this.checkRows(tx, actor, personId, input);
      await tx.delete(Licence, { personId });
      await tx.delete(Supervision, { personId });
      await tx.insert(
        Licence,
        licences.map((licence) => ({ ...licence, personId })),
      );
      await tx.insert(
        Supervision,
        supervision.map((row) => ({ ...row, personId })),
      );
    });
    return this.read(personId);
  }

  /** Rows of other people cannot be taken over, and supervisors come from the programs of who asks. */
  private async checkRows(tx: EntityManager, actor: Actor, personId: string, input: StaffView): Promise<void> {
    const taken = async (entity: typeof Licence | typeof Supervision, rows: readonly { id: string }[]): Promise<boolean> =>
      tx.existsBy(entity, { id: In(rows.map(({ id }) => id)), personId: Not(personId) });
    if ((await taken(Licence, input.licences)) || (await taken(Supervision, input.supervision))) throw new AppError('row.exists');
    const wanted = [...new Set(input.supervision.map(({ supervisorId }) => supervisorId))];
    const found: { person_id: string }[] = await tx.query(
      `SELECT DISTINCT person_id FROM role_assignment WHERE person_id = ANY ($1) AND role = 'supervisor'
         AND ($2::uuid[] IS NULL OR program_id IS NULL OR program_id = ANY ($2))`,
      [wanted, programsOf(actor, office)],
    );
    if (found.length === wanted.length) return;
    throw new AppError('input.invalid', { fields: { supervision: 'Choose a supervisor of this program.' } });
  }
}
