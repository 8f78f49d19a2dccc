import { Injectable } from '@nestjs/common';
import { clinicalRoles, type EmergencyAccess, type EmergencyOpening, type ErrorCode } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { once } from './database-refusal.js';
import {
  affiliationSql,
  endSql,
  insertSql,
  isOpenSql,
  matchSql,
  ownAccessSql,
  ownOpenSql,
  triesSql,
  type AccessRow,
} from './emergency.sql.js';

/** Tries in ten minutes: enough for a name that is hard to spell, too few to look for people. */
const triesAllowed = 10;

function viewOf({ givenName, familyName, from, to, ...row }: AccessRow): EmergencyAccess {
  const initials = [givenName, familyName].map((name) => `${[...name][0] ?? ''}.`).join(' ');
  return { ...row, initials, from: from.toISOString(), to: to.toISOString() };
}

/** "Break the glass" (45 CFR 164.312(a)(2)(ii)): a clinician reads the chart of one patient for an hour, and answers for it. */
@Injectable()
export class EmergencyService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
  ) {}

  async open(actor: Actor, input: EmergencyOpening): Promise<EmergencyAccess> {
    const existing = await this.find(actor, input.id);
    if (existing) return existing;
    const refusal = await once('emergency_access_pkey', () => this.database.transaction((tx) => this.tryToOpen(tx, actor, input)));
    if (refusal) throw new AppError(refusal);
    const opened = await this.find(actor, input.id);
    if (!opened) throw new AppError('row.exists');
    return opened;
  }

  async own(actor: Actor): Promise<EmergencyAccess[]> {
    if (!actor.roles.some(({ role }) => clinicalRoles.some((clinical) => clinical === role))) return [];
    const rows: AccessRow[] = await this.database.query(ownOpenSql, [actor.personId]);
    return rows.map(viewOf);
  }

  /** Ending twice is as good as once; it is over anyway after its hour. */
  async end(actor: Actor, { patientId, accessId }: { patientId: string; accessId: string }): Promise<{ done: true }> {
    const access = await this.find(actor, accessId);
    if (access?.patientId !== patientId) throw new AppError('row.notFound');
    await this.database.query(endSql, [actor.personId, patientId, accessId]);
    return { done: true };
  }

  /** Whether an emergency access of the actor to the patient is open now. */
  async isOpen(actor: Actor, patientId: string): Promise<boolean> {
    const rows: { isOpen: boolean }[] = await this.database.query(isOpenSql, [actor.personId, patientId]);
    return rows[0]?.isOpen ?? false;
  }

  /** Tries of one person come one after the other, so that their number is right; each is kept with what came of it. */
  private async tryToOpen(tx: EntityManager, actor: Actor, input: EmergencyOpening): Promise<ErrorCode | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('emergency:' || $1, 0))`, [actor.personId]);
    const refuse = async (code: ErrorCode): Promise<ErrorCode> => {
      await this.audit.record({ actorId: actor.personId, action: 'emergency.open', outcome: 'refused', details: { code } }, tx);
      return code;
    };
    const [counted]: { tries: number }[] = await tx.query(triesSql, [actor.personId]);
    if ((counted?.tries ?? 0) >= triesAllowed) return refuse('auth.tooMany');
    const { familyName, recordNumber, dateOfBirth } = input;
    const found: { id: string; part2: boolean }[] = await tx.query(matchSql, [actor.personId, dateOfBirth, familyName, recordNumber]);
    const [patient, another] = found;
    if (!patient || another) return refuse('emergency.noMatch');
    await this.insert(tx, actor, input, patient);
    return null;
  }

  private async insert(tx: EntityManager, actor: Actor, input: EmergencyOpening, patient: { id: string; part2: boolean }): Promise<void> {
    const [clinician]: { who: string }[] = await tx.query(affiliationSql, [actor.personId]);
    const who = clinician?.who ?? '';
    await tx.query(endSql, [actor.personId, patient.id, null]);
    await tx.query(insertSql, [input.id, actor.personId, patient.id, input.reason, patient.part2, input.recipient || who, who]);
    await this.audit.record(
      {
        actorId: actor.personId,
        action: 'emergency.open',
        outcome: 'done',
        patientIds: [patient.id],
        details: { access: input.id, part2: patient.part2 },
      },
      tx,
    );
  }

  private async find(actor: Actor, accessId: string): Promise<EmergencyAccess | undefined> {
    const rows: AccessRow[] = await this.database.query(ownAccessSql, [actor.personId, accessId]);
    return rows.map(viewOf)[0];
  }
}
