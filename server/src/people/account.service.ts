import { Inject, Injectable, Logger } from '@nestjs/common';
import { invitationDays } from '@rejoin/shared';
import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import { authMails, authPages } from '../access/auth-mails.js';
import { MailService } from '../access/mail.service.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';

const invitedMs = invitationDays * 24 * 3_600_000;

/** The accounts of better-auth behind persons. Rows are written in the caller's transaction: no account without its person. */
@Injectable()
export class AccountService {
  private readonly logger = new Logger(AccountService.name);

  constructor(
    private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
    private readonly mail: MailService,
    private readonly clock: Clock,
  ) {}

  /** An account without a password: its owner chooses one by mail. Gives the id of the account. */
  async create(tx: EntityManager, email: string): Promise<string> {
    const id = randomUUID();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ($1, '', $2, false, $3, $3)`,
      [id, email.toLowerCase(), now],
    );
    return id;
  }

  /** Another address has to be verified again, and ends every sign-in and every link that was sent to the old one. */
  async changeEmail(tx: EntityManager, userId: string, email: string): Promise<void> {
    await tx.query(`UPDATE auth."user" SET email = $2, "emailVerified" = false, "updatedAt" = $3 WHERE id = $1`, [
      userId,
      email.toLowerCase(),
      this.clock.now(),
    ]);
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [userId]);
    await tx.query('DELETE FROM auth.verification WHERE value = $1', [userId]);
    await this.endKeptDevices(tx, userId);
  }

  private async endKeptDevices(tx: EntityManager, userId: string): Promise<void> {
    await tx.query(
      `UPDATE kept_device SET revoked_at = $2 FROM person p WHERE p.id = person_id AND p.user_id = $1 AND revoked_at IS NULL`,
      [userId, this.clock.now()],
    );
  }

  async remove(tx: EntityManager, userId: string): Promise<void> {
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [userId]);
    await tx.query('DELETE FROM auth.verification WHERE value = $1', [userId]);
    await tx.query('DELETE FROM auth."user" WHERE id = $1', [userId]);
  }

  /** Ends every sign-in of a person, by account or link, and the devices they keep; the database tells sockets and rooms. */
  async signOutEverywhere(personId: string): Promise<{ done: true }> {
    await this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM auth.session WHERE "userId" = (SELECT user_id FROM person WHERE id = $1)', [personId]);
      await tx.query('UPDATE link_session SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, this.clock.now()]);
      await tx.query('UPDATE kept_device SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, this.clock.now()]);
    });
    return { done: true };
  }

  /** In the background: a mail server that is down loses no person. Staff, and the sign-in page, send another mail. */
  invite(personId: string, userId: string, email: string, isNoted = false): void {
    this.sendInvitation(userId, email, isNoted).catch((error: unknown) => this.logFailure(personId, error));
  }

  askToVerify(personId: string, email: string): void {
    this.auth.api
      .sendVerificationEmail({ body: { email: email.toLowerCase() } })
      .catch((error: unknown) => this.logFailure(personId, error));
  }

  /** Whoever lost the address hears of it there. */
  tellOldAddress(personId: string, email: string): void {
    this.mail.send({ to: email, ...authMails.addressChanged() }).catch((error: unknown) => this.logFailure(personId, error));
  }

  /** Mails the page to choose a password; throws where the mail cannot be sent. */
  async sendInvitation(userId: string, email: string, isNoted = false): Promise<void> {
    const token = randomBytes(24).toString('base64url');
    const { internalAdapter } = await this.auth.$context;
    const expiresAt = new Date(this.clock.now().getTime() + invitedMs);
    await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt });
    if (!isNoted) await this.noteInvitation(this.database.manager, userId);
    await this.mail.send({ to: email, ...authMails.invitation(authPages.reset(this.config.PUBLIC_URL, token)) });
  }

  async noteInvitation(tx: EntityManager, userId: string): Promise<void> {
    await tx.query(`INSERT INTO invitation (person_id, sent_at, expires_at) SELECT id, $2, $3 FROM person WHERE user_id = $1`, [
      userId,
      this.clock.now(),
      new Date(this.clock.now().getTime() + invitedMs),
    ]);
  }

  private logFailure(personId: string, error: unknown): void {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    this.logger.error(`No mail could be sent to person ${personId}: ${typeof code === 'string' ? code : 'unknown reason'}`);
  }
}
