import { Inject, Injectable } from '@nestjs/common';
import type { SignAgain } from '@rejoin/shared';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import { DataSource, type EntityManager } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import { UsedCodes } from '../access/used-codes.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';

const openMinutes = 10;
/** Wrong tries of a person in ten minutes, counted by the audit. */
const triesAllowed = 5;
const action = 'signing.open';

/** Whoever signs shows again who they are; that holds for ten minutes of this one sign-in. */
@Injectable()
export class SigningWindows {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly codes: UsedCodes,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  async open(actor: Actor, given: SignAgain, headers: IncomingHttpHeaders): Promise<{ until: string }> {
    const answer = await this.database.transaction((tx) => this.try(tx, actor, given, headers));
    if (answer instanceof AppError) throw answer;
    return { until: answer.toISOString() };
  }

  /** Until when this sign-in may sign, where it may. */
  async until(tx: Pick<EntityManager, 'query'>, { signInId }: Actor): Promise<Date | null> {
    const rows: { until: Date }[] = await tx.query(`SELECT until_at AS until FROM signing_window WHERE sign_in_id = $1 AND until_at > $2`, [
      signInId,
      this.clock.now(),
    ]);
    return rows[0]?.until ?? null;
  }

  async require(tx: Pick<EntityManager, 'query'>, actor: Actor): Promise<void> {
    if (!(await this.until(tx, actor))) throw new AppError('signing.closed');
  }

  /** One try after the other: many at once are no way around their number. A refusal is kept, so it is no failure of the transaction. */
  private async try(tx: EntityManager, actor: Actor, given: SignAgain, headers: IncomingHttpHeaders): Promise<Date | AppError> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('signing:' || $1, 0))`, [actor.personId]);
    const wrong: { tries: number }[] = await tx.query(
      `SELECT count(*)::int AS tries FROM audit_event
       WHERE actor_id = $1 AND action = $2 AND outcome = 'refused' AND at > now() - interval '10 minutes'`,
      [actor.personId, action],
    );
    if ((wrong[0]?.tries ?? 0) >= triesAllowed) {
      return new AppError('auth.tooMany', { message: 'Too many tries. Please wait ten minutes and try again.' });
    }
    if (!(await this.isThem(actor, given, headers))) {
      await this.audit.record({ actorId: actor.personId, action, outcome: 'refused', details: { code: 'signing.wrong' } }, tx);
      return new AppError('signing.wrong');
    }
    const until = new Date(this.clock.now().getTime() + openMinutes * 60_000);
    await tx.query(
      `INSERT INTO signing_window (sign_in_id, until_at) VALUES ($1, $2) ON CONFLICT (sign_in_id) DO UPDATE SET until_at = excluded.until_at`,
      [actor.signInId, until],
    );
    return until;
  }

  private async isThem(actor: Actor, { password, code }: SignAgain, headers: IncomingHttpHeaders): Promise<boolean> {
    if (!actor.userId) return false;
    if (code !== undefined) return actor.twoFactorOn && (await this.isCode(code, headers)) && this.codes.claim(actor.userId, code);
    const { internalAdapter, password: passwords } = await this.auth.$context;
    const accounts = await internalAdapter.findAccounts(actor.userId);
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
    return Boolean(hash && password !== undefined && (await passwords.verify({ hash, password })));
  }

  private async isCode(code: string, headers: IncomingHttpHeaders): Promise<boolean> {
    try {
      await this.auth.api.verifyTOTP({ body: { code }, headers: fromNodeHeaders(headers) });
      return true;
    } catch (error) {
      if (isAPIError(error) && error.statusCode < 500) return false;
      throw error;
    }
  }
}
